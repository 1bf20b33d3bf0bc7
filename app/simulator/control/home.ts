import { type Answer, escapeHtml, html } from '../exchange.ts';
import type { World } from '../world.ts';

/** A page for whoever opens the address in a browser. */
export function home(world: World): Answer {
  const facts: readonly (readonly [string, string])[] = [
    ['Seed', String(world.settings.seed)],
    ['Profile', world.profile],
    ['Quota', world.quota.mode],
    ['Simulated time', new Date(world.clock.now()).toISOString()],
    ['Clients', String(world.clients.length)],
    ['Documents', String(world.documents.size)],
    ['Control plane', `${world.origin}/__sim/`],
  ];
  const rows = facts.map(([name, value]) => `<tr><th align="left">${name}</th><td>${escapeHtml(value)}</td></tr>`).join('');
  return html(
    200,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Simulator</title></head><body style="font:16px/1.5 system-ui;max-width:40rem;margin:3rem auto"><h1>Simulator</h1><p>This is a simulator on this computer, for demonstrations and tests. It is <strong>not SPF Finances</strong>, it is not connected to SPF Finances, and every person, enterprise and document in it is invented.</p><table cellpadding="6">${rows}</table></body></html>`,
  );
}
