export const DOWNLOAD = 'document.download';
export const DOWNLOAD_ATTEMPTS = 5;

export interface DownloadPayload {
  readonly documentId: string;
  /** A receipt that may not be in SPF's cache before tomorrow. */
  readonly awaited?: boolean | undefined;
}
