import type { Translator } from '#shared/i18n/translator.ts';
import { COMMON_USAGE } from './arguments.ts';

const LINES = [
  ['connect --ecb N [--no-browser]', 'cli.help.connect'],
  ['sync [--all|--client N] [--quiet]', 'cli.help.sync'],
  ['clients [import FILE] [--map FIELD=COLUMN]', 'clientImport.cli.help'],
  ['documents [--client N]', 'cli.help.documents'],
  ['verify', 'cli.help.verify'],
  ['backup [--folder DIR] [--verify|--new-code]', 'backup.cli.help'],
  ['restore --from DIR --profile DIR', 'backup.cli.restoreHelp'],
  ['audit verify|export --from D --until D …', 'audit.cli.help'],
  ['export --client N|--all --format F FILE', 'cliFiles.help.export'],
  ['mirror [--folder DIR] [--repair] [--off]', 'cliFiles.help.mirror'],
  ['check FILE.xml [--on YYYY-MM-DD]', 'cli.help.check'],
  ['build DRAFT.json --out FILE.xml', 'cli.help.build'],
  ['examples --client N --period P --out DIR', 'cli.help.examples'],
  ['import FILE [--client N] [--period P]', 'vatTables.cli.help'],
  ['file DRAFT.json|FILE.xml [--annex FILE …]', 'cli.help.file'],
  ['batch ACTION --period P [--client N …]', 'cliBatch.help'],
  ['compare --period P [--client N]', 'vatContent.cli.compare'],
  ['filings [--client N]', 'cli.help.filings'],
  ['paper CLIENT PERIOD --paper P --out FILE', 'cliFiles.help.paper'],
  ['support --out FILE.zip', 'cli.help.support'],
  ['simulator [--port N] [--seed N]', 'cli.help.simulator'],
] as const;

const WIDTH = 44;

export function helpText(t: Translator): string {
  const lines = LINES.map(([usage, key]) => `  ${usage.padEnd(WIDTH)}${t(key)}`);
  const head = `guichet <verb> ${COMMON_USAGE} [--auth URL --api URL]`;
  return `${[head, '', ...lines, '', t('cli.help.verb'), t('cli.help.more'), t('cli.help.environment')].join('\n')}\n`;
}
