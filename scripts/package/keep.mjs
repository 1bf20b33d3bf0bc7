/** What of a package is shipped: a list of its own where most of it is of no use, the general rule otherwise. */

const NEVER = [
  /\.(map|md|markdown|ico|ts|mts|cts|tsx|flow|gyp|gypi|c|cc|cpp|h|hpp|yml|yaml|tgz|html|sh|bat|exe|gz|yarn|bnf)$/i,
  /(^|\/)(test|tests|__tests__|spec|fixtures|examples?|benchmarks?|coverage)\//i,
  /(^|\/)\.[^/]+(\/|$)/,
  /(^|\/)(tsconfig[^/]*\.json|eslint[^/]*|\.?prettierrc[^/]*|Makefile|Gruntfile\.js|karma[^/]*|webpack[^/]*|rollup\.config[^/]*|bower\.json|component\.json|yarn\.lock|package-lock\.json)$/i,
  /\.(test|spec)\.[cm]?js$/i,
];
const ALWAYS = /^(package\.json|licen[cs]e[^/]*|copying[^/]*|notice[^/]*)$/i;

/** @param target such as `linux-x64` */
const own = (target) => ({
  'pdfjs-dist': [/^legacy\/build\/pdf(\.worker)?\.mjs$/, /^(cmaps|standard_fonts)\//],
  'better-sqlite3': [/^lib\//, new RegExp(`^prebuilds/${target}\\.node$`)],
  // Headers for compiling, nothing to run.
  'node-addon-api': [],
  pdfkit: [/^js\/(pdfkit(\.node)?|output)\.[cm]?js$/, /^js\/(data|standard-fonts)\//],
  fontkit: [/^dist\/(main\.cjs|module\.mjs)$/],
  brotli: [/^(dec|enc)\//, /^[^/]+\.js$/],
  'libxml2-wasm': [/^lib\/.*\.(mjs|js|wasm)$/],
});

/**
 * Answers `(package, file) => boolean`.
 * @param target platform and processor, `linux-x64`; native code of others is left out
 */
export function keeper(target) {
  const lists = own(target);
  return (name, file) => {
    if (ALWAYS.test(file)) return true;
    if (lists[name] && !lists[name].some((rule) => rule.test(file))) return false;
    return !NEVER.some((rule) => rule.test(file));
  };
}
