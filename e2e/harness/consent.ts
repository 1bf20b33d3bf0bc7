import { type ConsentDecision, driveConsent } from '#app/simulator/index.ts';
import { REPRESENTATIVE } from '#app/simulator/seed/parties.ts';

export interface ConsentChoice {
  /** National number of the simulator's test person at the keyboard; default the firms' legal representative. */
  readonly person?: string;
  readonly decision?: ConsentDecision;
}

/**
 * Plays the person at the consent page, up to and including the way back to the application's loopback address.
 * Answers the text of the page that the application shows there.
 */
export async function giveConsent(url: string, { person = REPRESENTATIVE, decision = 'confirm' }: ConsentChoice = {}): Promise<string> {
  const back = await driveConsent(url, person, decision);
  return (await fetch(back)).text();
}
