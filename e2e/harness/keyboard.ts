import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

interface Counted {
  guichetKeys?: { pressed: number; pointed: number };
}

/** A person who has no mouse. Counts what the window itself hears, each key of a chord too. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Begins to count. */
  async begin(): Promise<void> {
    await this.#page.evaluate(() => {
      const counted = { pressed: 0, pointed: 0 };
      const begun = (globalThis as Counted).guichetKeys !== undefined;
      (globalThis as Counted).guichetKeys = counted;
      if (begun) return;
      const now = (): { pressed: number; pointed: number } => (globalThis as Counted).guichetKeys!;
      addEventListener('keydown', (event) => event.isTrusted && !event.repeat && now().pressed++, true);
      addEventListener('pointerdown', () => now().pointed++, true);
    });
  }

  /** Keys pressed and times something was pointed at since the beginning. */
  counted = (): Promise<{ pressed: number; pointed: number }> => this.#page.evaluate(() => (globalThis as Counted).guichetKeys!);

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  type = (text: string): Promise<void> => this.#page.keyboard.type(text);

  /** Presses a key once the keyboard stands at an element. */
  async pressAt(testId: string, key: string): Promise<void> {
    await expect(this.#page.getByTestId(testId)).toBeFocused();
    await this.press(key);
  }

  /** Presses a key until the keyboard stands at an element. */
  async reach(testId: string, key = 'Tab', most = 80): Promise<void> {
    for (let pressed = 0; pressed < most; pressed++) {
      if (await this.#page.evaluate((id) => (document.activeElement as HTMLElement | null)?.dataset.testid === id, testId)) return;
      await this.press(key);
    }
    throw new Error(`${most} times ${key} do not lead to ${testId}`);
  }
}
