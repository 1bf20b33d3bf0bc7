// `npm run advisories`: asks the registry for known holes in what is shipped. A registry that does not answer that question is no failure.
import { npm, tail } from '../setup/command.mjs';
import { root } from '../setup/paths.mjs';

const TIMEOUT_MS = 60_000;
const SEVERE = ['high', 'critical'];

const { output } = await npm(['audit', '--json', '--omit=dev', '--audit'], { cwd: root, timeout: TIMEOUT_MS });
const report = parsed(output);
if (!report?.metadata?.vulnerabilities) {
  console.log('Advisories: not checked, the registry does not answer for them here.');
  if (report?.message) console.log(tail(String(report.message), 2));
} else {
  const { total, ...counts } = report.metadata.vulnerabilities;
  console.log(
    `Advisories: ${total ?? 0} on shipped packages (${Object.entries(counts)
      .map(([level, count]) => `${level} ${count}`)
      .join(', ')})`,
  );
  for (const { name, severity, range } of Object.values(report.vulnerabilities ?? {})) console.log(`  ${severity}: ${name} ${range}`);
  if (SEVERE.some((level) => counts[level] > 0)) process.exitCode = 1;
}

function parsed(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
