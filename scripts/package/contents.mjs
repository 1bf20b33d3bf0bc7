/** The only places of the archive; `packages` are the names that were staged. */
const allowed = (packages) => {
  const names = new Set(packages);
  return [
    /^package\.json$/,
    /^THIRD-PARTY-NOTICES\.txt$/,
    /^dist\/electron\/(main|core-worker|storage-worker|reading-worker|restore-worker|simulator-worker)\.js$/,
    /^dist\/electron\/preload\.cjs$/,
    /^dist\/electron\/chunks\/[\w.-]+\.js$/,
    /^dist\/renderer\/index\.html$/,
    /^dist\/renderer\/assets\/[\w.@-]+\.(js|mjs|css|woff2|ttf|pfb|bcmap|svg|png|wasm|icc)$/,
    { test: (file) => file.startsWith('node_modules/') && names.has(packageOf(file)) },
  ];
};

/** What never belongs in there, whatever folder it stands in. */
const FORBIDDEN =
  /\.(map|tsx?|mts|cts|md|gyp|c|cc|cpp|h|spec\.js|test\.js)$|(^|\/)(test|tests|__tests__|fixtures|\.git|\.github|\.yarn)\/|(^|\/)\.env|sqlite3?$/i;

/** A licence goes along whatever its form. */
const LICENCE = /\/licen[cs]e\.md$/i;

/** `node_modules/a/node_modules/@b/c/d.js` is a file of `@b/c`. */
function packageOf(file) {
  const [first, second] = file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Files of the archive that the list does not name. */
export function strangers(files, packages) {
  const rules = allowed(packages);
  return files.filter((file) => (FORBIDDEN.test(file) && !LICENCE.test(file)) || !rules.some((rule) => rule.test(file)));
}
