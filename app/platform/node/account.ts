import { userInfo } from 'node:os';

/** The person's account on this machine; a name of the system's own, such as `root`, is nobody's. */
const NOBODY = new Set(['root', 'administrator', 'admin', 'user', 'nobody', 'system']);

export function accountName(): string | null {
  try {
    const { username } = userInfo();
    return NOBODY.has(username.toLowerCase()) ? null : username;
  } catch {
    // An account without an entry in the system's list has no name.
    return null;
  }
}
