import type PDFDocument from 'pdfkit';
import type { Locale } from '#shared/domain/locale.ts';
import { fontFiles } from './fonts.ts';
import { INK, type Ink } from './inks.ts';

export type Pdf = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Pdf['struct']>;

export interface Style {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: Ink;
  readonly align?: 'left' | 'right' | 'center';
  /** Height of a line as a multiple of the size; `LEADING` where it is left out. */
  readonly leading?: number;
}

export interface TagOptions {
  readonly scope?: 'Row' | 'Column';
  readonly alt?: string;
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
}

export interface SheetFacts {
  /** Shown by a viewer in place of the file's name; only letters, digits and signs without a meaning in XML. */
  readonly title: string;
  readonly locale: Locale;
  /** Epoch milliseconds; the same facts give the same bytes. */
  readonly at: number;
}

/** A4 pages drawn from top to bottom, in points, every mark tagged or declared decoration (PDF/A-2a). */
export interface Sheet {
  readonly pdf: Pdf;
  /** The whole document as a structure. */
  readonly root: Element;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** The lowest place content may reach. */
  readonly bottom: number;
  /** Where the next thing goes. */
  y: number;
  /** The text broken after spaces and hyphens, and within a word that is too long, to lines of a width. */
  wrap(text: string, width: number, style: Style): string[];
  /** One line. @param baseline where the letters stand @param width for `right` and `center` */
  write(text: string, x: number, baseline: number, style: Style, width?: number): void;
  /** Draws content that belongs to an element under `parent`. */
  tag(parent: Element, type: string, draw: () => void, options?: TagOptions): Element;
  /** A cell without content, which keeps the columns of a table in step. */
  blank(parent: Element, type: string, options?: TagOptions): void;
  /** An element that holds others; `end` it when it has them all. */
  group(parent: Element, type: string): Element;
  /** Lines, fills and repeated headings, which a screen reader passes over. */
  decorate(draw: () => void): void;
  /** Begins a page when less than `height` is left. @returns whether it did */
  makeRoom(height: number): boolean;
  /** Pages begun so far. */
  pages(): number;
  /** Ends the document. @param foot told for each page, drawn as decoration */
  finish(foot: (page: number, pages: number) => void): Promise<Uint8Array<ArrayBuffer>>;
}

const MARGIN = { top: 40, right: 48, bottom: 46, left: 48 };
/** What a text must not contain: it would be drawn as an empty box, which PDF/A forbids. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** Emoji and writings the typeface does not have. */
const NOT_DRAWN = /[^\u0020-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2122\u2190-\u2193\u2260-\u2265]/gu;

/** After a space, and after the hyphen of a word. */
const BREAKS = /(?<= )|(?<=\p{L}-)(?=\p{L})/u;

export const drawable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u202f\u2007\u2009]/g, '\u00a0')
    .replace(INVISIBLE, '')
    .replace(NOT_DRAWN, '?');

export async function createSheet({ title, locale, at }: SheetFacts): Promise<Sheet> {
  // Loaded with the first paper: its tables and fonts would slow every start.
  const { default: PdfDocument } = await import('pdfkit');
  const date = new Date(at);
  const info = { Title: title, Producer: 'Guichet', Creator: 'Guichet', CreationDate: date };
  const pdf = new PdfDocument({
    ...{ size: 'A4', margins: MARGIN, info, pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: locale, displayTitle: true },
    // Pages are kept until the end, when their number is known; no font that is not embedded is ever chosen.
    ...{ bufferPages: true, font: null as unknown as string },
  });
  const chunks: Uint8Array[] = [];
  const bytes = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  const fonts = fontFiles();
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const root = pdf.struct('Document');
  pdf.addStructure(root);

  const choose = ({ size, bold }: Style): Pdf => pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  const widthOf = (text: string, style: Style): number => choose(style).widthOfString(text);

  const sheet: Sheet = {
    pdf,
    root,
    left: MARGIN.left,
    right: pdf.page.width - MARGIN.right,
    width: pdf.page.width - MARGIN.left - MARGIN.right,
    bottom: pdf.page.height - MARGIN.bottom,
    y: MARGIN.top,
    wrap(text, width, style) {
      const lines: string[] = [];
      let line = '';
      for (const word of drawable(text).split(BREAKS)) {
        if (widthOf((line + word).trimEnd(), style) <= width) {
          line += word;
          continue;
        }
        if (line !== '') lines.push(line.trimEnd());
        line = '';
        for (const character of word) {
          if (line !== '' && widthOf((line + character).trimEnd(), style) > width) {
            lines.push(line);
            line = '';
          }
          line += character;
        }
      }
      return [...lines, line.trimEnd()];
    },
    write(text, x, baseline, style, width = 0) {
      const drawn = drawable(text);
      const room = style.align === 'right' ? 1 : style.align === 'center' ? 0.5 : 0;
      const from = room === 0 ? x : x + (width - widthOf(drawn, style)) * room;
      choose(style)
        .fillColor(style.ink ?? INK.text)
        .text(drawn, from, baseline, { lineBreak: false, baseline: 'alphabetic' });
    },
    tag(parent, type, draw, options = {}) {
      const content = pdf.markStructureContent(type);
      draw();
      pdf.endMarkedContent();
      const element = pdf.struct(type, { ...options }, [content]);
      parent.add(element);
      return element;
    },
    blank(parent, type, options = {}) {
      const element = pdf.struct(type, { ...options });
      parent.add(element);
      element.end();
    },
    group(parent, type) {
      const element = pdf.struct(type);
      parent.add(element);
      return element;
    },
    decorate(draw) {
      pdf.markContent('Artifact', { type: 'Layout' });
      draw();
      pdf.endMarkedContent();
    },
    makeRoom(height) {
      if (sheet.y + height <= sheet.bottom) return false;
      pdf.addPage();
      sheet.y = MARGIN.top;
      return true;
    },
    pages: () => pdf.bufferedPageRange().count,
    finish(foot) {
      root.end();
      const { start, count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        pdf.switchToPage(start + page);
        // Below the bottom margin on purpose: a page would otherwise begin.
        pdf.page.margins.bottom = 0;
        sheet.decorate(() => foot(page + 1, count));
      }
      pdf.end();
      return bytes;
    },
  };
  return sheet;
}
