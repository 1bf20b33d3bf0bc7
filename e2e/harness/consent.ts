import { type Form, formsOf, sendForm } from './forms.ts';

/** Pages of a consent: person, decision, and the redirects between them. */
const STEPS = 12;

export interface ConsentChoice {
  /** Which test person sits at the keyboard, by name, number or role as the page words it; default the first, who may consent. */
  readonly person?: RegExp;
  readonly refuse?: boolean;
}

/**
 * Plays the person at the simulator's consent page: follows redirects and sends the plain forms, until the page has handed over to the
 * application's loopback address. Answers the text of the last page.
 */
export async function giveConsent(url: string, choice: ConsentChoice = {}): Promise<string> {
  const cookies = new Map<string, string>();
  let response = await visit(url, cookies);
  let place = url;
  for (let step = 0; step < STEPS; step += 1) {
    const next = response.headers.get('location');
    if (next) {
      place = new URL(next, place).href;
      response = await visit(place, cookies);
      continue;
    }
    const text = await response.text();
    const form = formsOf(text).find(({ buttons }) => buttons.length > 0);
    if (!form) {
      if (!response.ok) throw new Error(`consent page ${new URL(place).pathname} answers ${response.status}`);
      return text;
    }
    response = await sendForm(form, place, pick(form.buttons, choice), cookieHeader(cookies));
    remember(response, cookies);
    place = new URL(form.action || place, place).href;
  }
  throw new Error('the consent pages never end');
}

function pick(buttons: Form['buttons'], { person, refuse }: ConsentChoice): Form['buttons'][number] | undefined {
  const decision = buttons.find(({ value }) => value === (refuse ? 'refuse' : 'confirm'));
  return decision ?? buttons.find(({ label }) => person?.test(label)) ?? buttons[0];
}

async function visit(url: string, cookies: Map<string, string>): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', headers: cookieHeader(cookies) });
  remember(response, cookies);
  return response;
}

function remember(response: Response, cookies: Map<string, string>): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

const cookieHeader = (cookies: ReadonlyMap<string, string>): Record<string, string> =>
  cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
