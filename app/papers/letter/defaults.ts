import type { Letter } from '#shared/contract/vat-papers.ts';
import type { Locale } from '#shared/domain/locale.ts';

type Template = Pick<Letter, 'subject' | 'body'>;

/**
 * The letters a firm starts from. A paragraph that begins with a mark is written in that case only: `[71]` something is to be paid,
 * `[72]` a credit stays on the account, `[72R]` its refund is asked, `[0]` nothing was done in the period.
 */
export const DEFAULT_LETTERS: Readonly<Record<Locale, Template>> = {
  fr: {
    subject: 'TVA {period}\u00a0: {client}',
    body: `Madame, Monsieur,

Vous trouverez ci-joint, pour {client}, la déclaration périodique à la TVA (période\u00a0: {period}).

[71] Le montant à payer s’élève à {amount}. Nous vous remercions de le verser au plus tard le {payBy} sur le compte {iban}, en indiquant la communication structurée {communication}. Le virement est préparé ci-dessous\u00a0: il suffit de scanner le code avec l’application de votre banque.

[72] La déclaration présente un solde de {amount} en votre faveur. Ce montant reste sur votre compte auprès de l’administration\u00a0; vous n’avez rien à payer.

[72R] La déclaration présente un solde de {amount} en votre faveur, dont le remboursement a été demandé. Vous n’avez rien à payer.

[0] Aucune opération n’est à déclarer pour cette période\u00a0; vous n’avez rien à payer.

Nous restons à votre disposition pour toute question.

Bien à vous,
{user}
{firm}`,
  },
  nl: {
    subject: 'Btw {period}: {client}',
    body: `Geachte mevrouw, geachte heer,

Als bijlage vindt u de periodieke btw-aangifte van {client} voor de periode {period}.

[71] Het te betalen bedrag is {amount}. Gelieve dit uiterlijk op {payBy} te storten op rekening {iban} met de gestructureerde mededeling {communication}. De overschrijving staat hieronder klaar: u hoeft de code alleen te scannen met de app van uw bank.

[72] De aangifte vertoont een saldo van {amount} in uw voordeel. Dit bedrag blijft op uw rekening bij de administratie; u hoeft niets te betalen.

[72R] De aangifte vertoont een saldo van {amount} in uw voordeel, waarvan de terugbetaling werd gevraagd. U hoeft niets te betalen.

[0] Voor deze periode zijn er geen handelingen aan te geven; u hoeft niets te betalen.

Voor vragen staan wij graag tot uw beschikking.

Met vriendelijke groet,
{user}
{firm}`,
  },
  de: {
    subject: 'MwSt. {period}: {client}',
    body: `Sehr geehrte Damen und Herren,

in der Anlage finden Sie die periodische MwSt.-Erklärung von {client} für den Zeitraum {period}.

[71] Der zu zahlende Betrag beläuft sich auf {amount}. Bitte überweisen Sie ihn spätestens am {payBy} auf das Konto {iban} mit der strukturierten Mitteilung {communication}. Die Überweisung ist unten vorbereitet: Sie brauchen den Code nur mit der App Ihrer Bank zu scannen.

[72] Die Erklärung weist einen Saldo von {amount} zu Ihren Gunsten auf. Dieser Betrag bleibt auf Ihrem Konto bei der Verwaltung; Sie haben nichts zu zahlen.

[72R] Die Erklärung weist einen Saldo von {amount} zu Ihren Gunsten auf, dessen Erstattung beantragt wurde. Sie haben nichts zu zahlen.

[0] Für diesen Zeitraum sind keine Umsätze zu erklären; Sie haben nichts zu zahlen.

Für Fragen stehen wir Ihnen gerne zur Verfügung.

Mit freundlichen Grüßen
{user}
{firm}`,
  },
  en: {
    subject: 'VAT {period}: {client}',
    body: `Dear Sir or Madam,

Please find enclosed the periodic VAT return of {client} for the period {period}.

[71] The amount to be paid is {amount}. Please transfer it by {payBy} to account {iban} with the structured communication {communication}. The transfer is prepared below: all you need to do is scan the code with your bank’s app.

[72] The return shows a balance of {amount} in your favour. This amount stays on your account with the administration; there is nothing for you to pay.

[72R] The return shows a balance of {amount} in your favour, whose refund has been requested. There is nothing for you to pay.

[0] There are no operations to declare for this period; there is nothing for you to pay.

We remain at your disposal for any question.

Yours faithfully,
{user}
{firm}`,
  },
};
