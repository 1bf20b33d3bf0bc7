import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outDir } from '../harness/runtime.ts';

export interface StepResult {
  readonly step: string;
  readonly ok: boolean;
  /** What the step has to show, in words with its figure. */
  readonly figure: string;
  readonly ms: number;
}

/** The tour's log: one line per step on the terminal, all of them in out/tour/report.json. */
export class Report {
  readonly steps: StepResult[] = [];

  /** Runs a step; it fails by throwing and succeeds by answering its figure. A failed step ends the tour. */
  async step(name: string, work: () => Promise<string>): Promise<void> {
    const started = performance.now();
    try {
      this.add({ step: name, ok: true, figure: await work(), ms: performance.now() - started });
    } catch (error) {
      this.add({ step: name, ok: false, figure: error instanceof Error ? error.message : String(error), ms: performance.now() - started });
      throw error;
    }
  }

  private add(result: StepResult): void {
    this.steps.push(result);
    console.log(`${result.ok ? '✓' : '✗'} ${result.step.padEnd(34)} ${result.figure}  (${(result.ms / 1000).toFixed(1)} s)`);
  }

  write(extra: Readonly<Record<string, unknown>>): string {
    const folder = path.join(outDir, 'tour');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'report.json');
    writeFileSync(file, `${JSON.stringify({ ...extra, steps: this.steps }, null, 2)}\n`);
    return file;
  }
}
