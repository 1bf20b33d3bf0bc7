/** A test as docs/security.md names it: file, and title with `…` for what a row of cases fills in. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** A row of docs/security.md. */
export interface Property {
  readonly section: string;
  readonly property: string;
  readonly tests: readonly NamedTest[];
}

/** A test that ran. */
export interface Result extends NamedTest {
  readonly passed: boolean;
}

export interface Judged extends Property {
  /** How many tests ran for it. */
  readonly ran: number;
  readonly missing: readonly NamedTest[];
  readonly failed: readonly NamedTest[];
  readonly holds: boolean;
}

export const ANYTHING = '…';

/** Rows of the document's tables that name tests. */
export function readProperties(markdown: string): readonly Property[] {
  let section = '';
  const rows: Property[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    if (!line.startsWith('|')) continue;
    const [property = '', , held = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const tests = [...held.matchAll(/`([^`]+?) › ([^`]+)`/g)].map(([, file = '', title = '']) => ({ file, title }));
    if (tests.length > 0) rows.push({ section, property, tests });
  }
  return rows;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a title is the one that is named. */
export function isNamed(title: string, named: string): boolean {
  return new RegExp(`^${named.split(ANYTHING).map(literal).join('.*')}$`, 's').test(title);
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** @param relative turns the report's path into one of the repository */
export function fromVitest(report: VitestReport, relative: (file: string) => string): readonly Result[] {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({ file: relative(name), title, passed: status === 'passed' })),
  );
}

interface PlaywrightSuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** Only what passed at its first try counts as passed. */
export function fromPlaywright({ specs = [], suites = [] }: PlaywrightSuite): readonly Result[] {
  const own = specs.map(({ title, ok, file, tests }) => ({
    file: `e2e/${file}`,
    title,
    passed: ok && tests.every(({ status }) => status === 'expected'),
  }));
  return [...own, ...suites.flatMap(fromPlaywright)];
}

/** Each property with what became of its tests; one that did not run holds nothing. */
export function judge(rows: readonly Property[], results: readonly Result[]): readonly Judged[] {
  return rows.map((row) => {
    const found = row.tests.map((test) => ({
      test,
      results: results.filter(({ file, title }) => file === test.file && isNamed(title, test.title)),
    }));
    const missing = found.filter(({ results: own }) => own.length === 0).map(({ test }) => test);
    const failed = found.filter(({ results: own }) => own.some(({ passed }) => !passed)).map(({ test }) => test);
    const ran = found.reduce((sum, { results: own }) => sum + own.length, 0);
    return { ...row, ran, missing, failed, holds: missing.length + failed.length === 0 };
  });
}
