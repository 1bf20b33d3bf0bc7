import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { Handlers, Output } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { Letter, Paper } from '#shared/contract/vat-papers.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { safeFileName } from '#shared/domain/safe-name.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { checkLetter } from '#shared/vat/letter-template.ts';
import type { Regime } from '#shared/vat/types.ts';
import { deadlinesFile } from './calendar/deadlines-file.ts';
import { evidencePaper } from './evidence/evidence-paper.ts';
import { gridsWorkbook } from './grids-workbook.ts';
import { filledLetter } from './letter/filled.ts';
import { letterPaper } from './letter/letter-paper.ts';
import { letters } from './letter/letter-repository.ts';
import { writeMessage } from './mail/message.ts';
import { portalXml } from './portal-xml.ts';
import { returnPaper } from './return/return-paper.ts';
import type { Subject } from './subject.ts';

export interface PapersDeps {
  readonly clients: Clients;
  readonly view: (id: string) => ReturnView | Promise<ReturnView>;
  /** The bytes that were or would be sent, as text. */
  readonly xml: (id: string) => { readonly xml: string } | Promise<{ readonly xml: string }>;
}

type PapersMethod = 'vat.paper' | 'vat.letters' | 'vat.saveLetter' | 'vat.mail' | 'calendar.ics';
type File = Output<'vat.paper'>;

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REGIMES: readonly Regime[] = ['month', 'quarter'];

/** What goes to the client, the bank, the portal and other calendars. */
export function createPapers(context: Context, { clients, view, xml }: PapersDeps): { readonly handlers: Handlers<PapersMethod> } {
  const { config, db, settings, users, audit, events } = context;

  const subjectOf = async (id: string, wanted: Locale | undefined): Promise<Subject> => {
    const found = await view(id);
    const client = clients.find(db, found.clientId);
    if (!client) throw new GuichetError('vat.unknown_client');
    const t = createTranslator(wanted ?? client.language);
    return {
      view: found,
      client,
      firm: clients.firm(db),
      user: users.current().name,
      t,
      environment: config.environment,
      now: context.now(),
    };
  };
  /** What leaves the program about a client, with the return it is of. */
  const made = (kind: string, { view: { id, clientId, periodKey } }: Subject, params: Readonly<Record<string, string>>): void =>
    db.write((tx) =>
      audit.append(tx, { kind, userId: users.current().id, clientId, subjectId: id, params: { ...params, period: periodKey } }),
    );
  const letterIn = (locale: Locale): Letter => letters.all(db).find((letter) => letter.locale === locale)!;
  const name = ({ view: { periodKey }, client }: Subject, what: string, extension: string): string =>
    safeFileName(`${client.name} ${periodKey} ${what}.${extension}`);
  const pdf = (subject: Subject, what: 'return' | 'letter' | 'evidence', bytes: Uint8Array<ArrayBuffer>): File => ({
    bytes,
    mimeType: PDF,
    fileName: name(subject, subject.t(`papers.file.${what}`), 'pdf'),
  });

  const makers: Readonly<Record<Paper, (subject: Subject) => Promise<File>>> = {
    return: async (subject) => pdf(subject, 'return', await returnPaper(subject)),
    letter: async (subject) => pdf(subject, 'letter', await letterPaper(subject, letterIn(subject.t.locale))),
    evidence: async (subject) => pdf(subject, 'evidence', await evidencePaper(subject)),
    xlsx: async (subject) => ({
      bytes: await gridsWorkbook(subject),
      mimeType: XLSX,
      fileName: name(subject, subject.t('papers.file.xlsx'), 'xlsx'),
    }),
    xml: async ({ view: { id, enterpriseNumber, periodKey } }) => ({
      bytes: await portalXml((await xml(id)).xml),
      mimeType: 'application/xml',
      fileName: `intervat-${enterpriseNumber}-${periodKey}.xml`,
    }),
  };

  return {
    handlers: {
      'vat.paper': async ({ id, paper, locale }) => {
        const subject = await subjectOf(id, locale);
        const file = await makers[paper](subject);
        made('paper.made', subject, { paper });
        return file;
      },
      'vat.letters': () => ({ letters: letters.all(db) }),
      'vat.saveLetter': (letter) => {
        checkLetter(letter);
        const { locale } = letter;
        db.write((tx) => {
          if (letter.body.trim() === '') letters.reset(tx, locale);
          else letters.put(tx, letter);
          audit.append(tx, { kind: 'papers.letter', userId: users.current().id, params: { locale }, shown: true });
        });
        events.publish('vat');
        events.publish('activity');
        return { letters: letters.all(db) };
      },
      'vat.mail': async ({ id, locale }) => {
        const subject = await subjectOf(id, locale);
        const { subject: about, paragraphs } = filledLetter(subject, letterIn(subject.t.locale));
        const enclosures = [await makers.return(subject), await makers.letter(subject)];
        const bytes = writeMessage({ to: subject.client.email, subject: about, text: paragraphs.join('\n\n'), enclosures });
        made('paper.mailed', subject, {});
        return { bytes, mimeType: 'message/rfc822', fileName: name(subject, subject.t('papers.file.mail'), 'eml') };
      },
      'calendar.ics': ({ year }) => {
        const t = createTranslator(settings.get().locale);
        const kept = new Set(clients.all(db).flatMap(({ archived, regime }) => (archived || regime === null ? [] : [regime])));
        const regimes = REGIMES.filter((regime) => kept.has(regime));
        const fileName = safeFileName(`${t('calendarFile.name', { year: String(year) })}.ics`);
        return { bytes: deadlinesFile(year, regimes, t, context.now()), mimeType: 'text/calendar', fileName };
      },
    },
  };
}
