/** A form of a plain HTML page, ready to be sent without a browser. */
export interface Form {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly fields: Readonly<Record<string, string>>;
  /** Buttons that send it, by their value or text. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly label: string }[];
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((text) => text !== undefined);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_whole, name: string) => ENTITIES[name] ?? '');

/** Reads the forms of a page; enough for pages that need no script. */
export function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head = '', body = '']) => ({
    action: plain(attribute(` ${head}`, 'action') ?? ''),
    method: /post/i.test(attribute(` ${head}`, 'method') ?? '') ? 'POST' : 'GET',
    fields: Object.fromEntries(
      [...body.matchAll(/<input\b[^>]*>/gi)]
        .map(([tag]) => tag)
        .filter((tag) => isSent(tag))
        .map((tag) => [plain(attribute(tag, 'name') ?? ''), plain(attribute(tag, 'value') ?? 'on')]),
    ),
    buttons: [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)].map(([, tag = '', label = '']) => ({
      name: plain(attribute(` ${tag}`, 'name') ?? ''),
      value: plain(attribute(` ${tag}`, 'value') ?? ''),
      label: plain(label.replace(/<[^>]*>/g, '')).trim(),
    })),
  }));
}

function isSent(tag: string): boolean {
  const type = attribute(tag, 'type')?.toLowerCase() ?? 'text';
  if (attribute(tag, 'name') === undefined || type === 'submit') return false;
  return (type !== 'radio' && type !== 'checkbox') || /\schecked\b/i.test(tag);
}

/** Sends a form as a browser would, with one of its buttons; the answer's redirect is not followed. */
export async function sendForm(
  form: Form,
  base: string,
  button: Form['buttons'][number] | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const fields = new URLSearchParams({ ...form.fields, ...(button?.name ? { [button.name]: button.value } : {}) });
  const target = new URL(form.action || base, base);
  if (form.method === 'GET') target.search = fields.toString();
  return fetch(target, {
    method: form.method,
    redirect: 'manual',
    headers: form.method === 'POST' ? { ...headers, 'content-type': 'application/x-www-form-urlencoded' } : headers,
    ...(form.method === 'POST' ? { body: fields.toString() } : {}),
  });
}
