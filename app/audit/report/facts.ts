import type { AuditReport } from '#shared/contract/audit.ts';
import type { Environment } from '#shared/contract/settings.ts';

/** What stands at the head of a report. */
export interface ReportFacts {
  readonly report: AuditReport;
  readonly from: string;
  readonly until: string;
  /** When it is made, epoch milliseconds. */
  readonly at: number;
  readonly firm: { readonly name: string; readonly enterpriseNumber: string } | null;
  /** Who asks. */
  readonly user: string;
  readonly environment: Environment;
  /** End of the chain when the report was made. */
  readonly head: { readonly seq: number; readonly sha256: string } | null;
  /** Last whole verification. */
  readonly verified: { readonly at: string; readonly faults: number } | null;
}
