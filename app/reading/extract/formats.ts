export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XML = 'application/xml';

/** Whether there is text to be had from documents of this type; images have none. */
export const isReadable = (mimeType: string): boolean => [PDF, DOCX, XML].includes(mimeType);
