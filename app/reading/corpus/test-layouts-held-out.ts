import { layout, letterhead, table } from './test-draw.ts';
import type { Sample } from './test-sample.ts';

/** Written after the patterns and never used to tune them: the honest figure. A miss here is not mended here; write new letters instead. */
export const HELD_OUT: readonly Sample[] = [
  layout('invitation, avance', { amount: '350000', dueOn: '2026-12-21', iban: 'BE22679200300047' }, (pdf) => {
    pdf.text(
      'Votre quatrième versement anticipé, soit 3.500,00 EUR, doit être crédité sur le compte BE22 6792 0030 0047 le 21 décembre 2026 au plus tard.',
      50,
      150,
    );
  }),
  layout('kennisgeving beslag', { amount: '421980', delay: '48h' }, (pdf) => {
    pdf.text('Bij gebrek aan volledige betaling van 4.219,80 EUR binnen achtenveertig uur wordt overgegaan tot uitvoering.', 50, 150);
  }),
  layout('steuerprüfung', { dueOn: '2027-01-14', taxYear: '2025' }, (pdf) => {
    letterhead(pdf, 'Sankt Vith, 20. November 2026', 'Prüfung Steuerjahr 2025');
    pdf.text('Die Unterlagen müssen uns vor dem 14. Januar 2027 vorliegen. Die Prüfung findet am 3. Februar 2027 statt.', 50, 150);
  }),
  layout('listing clients', { amount: '15000', taxYear: '2025', delay: '1m' }, (pdf) => {
    pdf.text(
      'La liste annuelle des clients pour l’année 2025 ne nous est pas parvenue. Une amende de 150 EUR sera appliquée, sauf réaction de votre part dans le mois.',
      50,
      150,
      { width: 480 },
    );
  }),
  layout('rekeninguittreksel', { amount: '10245', period: '2026-10' }, (pdf) => {
    table(
      pdf,
      120,
      [60, 300],
      [
        ['Tijdvak', '10/2026'],
        ['Beginsaldo', '0,00 EUR'],
        ['Aangifte', '-902,45 EUR'],
        ['Betaling', '800,00 EUR'],
        ['Door u te storten', '102,45 EUR'],
      ],
    );
  }),
  layout('observations', { delay: '20d' }, (pdf) => {
    pdf.text('Merci de réagir sous vingt jours ; passé ce délai, nous considérerons que vous marquez votre accord sur le relevé.', 50, 150);
  }),
  layout('kadaster', { taxYear: '2026' }, (pdf) => {
    pdf.text('Het kadastraal inkomen van 1.745,00 EUR geldt vanaf aanslagjaar 2026.', 50, 150);
  }),
  layout('ubo', { delay: '1m', amount: '250000' }, (pdf) => {
    pdf.text(
      'Vous disposez d’un mois pour régulariser. À défaut, une amende administrative pouvant aller jusqu’à 50.000,00 EUR peut être infligée ; elle est fixée en l’espèce à 2.500,00 EUR.',
      50,
      150,
      { width: 480 },
    );
  }),
  layout('frais', {}, (pdf) => {
    pdf.text(
      'Pour votre information : les frais de poursuites du 12/11/2026 s’élèvent à 86,40 EUR et seront prélevés sur votre prochain remboursement.',
      50,
      150,
      { width: 480 },
    );
  }),
  layout('bekräftigung', { period: '2026-Q3' }, (pdf) => {
    pdf.text(
      'Ihre MwSt.-Erklärung für das 3. Quartal 2026 ist am 19.10.2026 eingegangen. Der Betrag von 540,00 EUR wurde bereits überwiesen.',
      50,
      150,
      { width: 480 },
    );
  }),
];
