/** Text of a document in the encoding its XML declaration names, UTF-8 otherwise. */
export function readText(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const TOKEN = /<[^>]+>|[^<]+/g;

/** XML with one element a line, indented by depth; content is not touched otherwise. What is not XML comes out as it is. */
export function prettyXml(text: string): string {
  if (!text.trimStart().startsWith('<')) return text;
  const lines: string[] = [];
  let depth = 0;
  let open = false;
  for (const token of text.match(TOKEN) ?? []) {
    const pad = '  '.repeat(Math.max(0, depth));
    if (!token.startsWith('<')) {
      if (token.trim() === '') continue;
      if (open) lines[lines.length - 1] += token.trim();
      else lines.push(pad + token.trim());
    } else if (token.startsWith('</')) {
      depth -= 1;
      if (open) lines[lines.length - 1] += token;
      else lines.push('  '.repeat(Math.max(0, depth)) + token);
      open = false;
    } else {
      lines.push(pad + token);
      open = !(token.startsWith('<?') || token.startsWith('<!') || token.endsWith('/>'));
      if (open) depth += 1;
    }
  }
  return lines.join('\n');
}
