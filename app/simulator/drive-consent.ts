export type ConsentDecision = 'confirm' | 'refuse';

const unescapeHtml = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

/** Fields of the page's one form, its hidden inputs filled in. */
function readForm(page: string, base: string): { action: string; fields: URLSearchParams; buttons: readonly string[] } {
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
  if (!action) throw new Error('no form on the consent page');
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g))
    fields.append(unescapeHtml(name), unescapeHtml(value));
  const buttons = [...page.matchAll(/<button name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`);
  return { action: new URL(action, base).href, fields, buttons };
}

/**
 * Goes through the consent page as a person with a browser would: opens `authorizeUrl`, presses the button of `person` (national number),
 * then the one of `decision`.
 * @returns the address the browser is sent back to, with `code` and `state` or `error`; it is not opened
 * @throws Error when a page has no such button
 */
export async function driveConsent(authorizeUrl: string, person: string, decision: ConsentDecision = 'confirm'): Promise<string> {
  let answer = await fetch(authorizeUrl, { redirect: 'manual' });
  for (const press of [`person=${person}`, `decision=${decision}`]) {
    const location = answer.headers.get('location');
    if (location) return location;
    const form = readForm(await answer.text(), authorizeUrl);
    if (!form.buttons.includes(press)) throw new Error(`no button ${press} on the consent page`);
    const [name = '', value = ''] = press.split('=');
    form.fields.set(name, value);
    answer = await fetch(form.action, { method: 'POST', body: form.fields, redirect: 'manual' });
  }
  const location = answer.headers.get('location');
  if (!location) throw new Error(`the consent page answered ${answer.status}`);
  return location;
}
