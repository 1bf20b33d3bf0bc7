import { at, layout, letterhead, table } from './test-draw.ts';
import type { Sample } from './test-sample.ts';

/** A scan: a picture and no text. */
const DOT = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Dates, delays, years and periods where they are hard to tell apart; and letters that hold nothing. */
export const TIME_LAYOUTS: readonly Sample[] = [
  layout('date in words, French', { dueOn: '2027-01-01' }, (pdf) => {
    letterhead(pdf, 'Namur, le 20 novembre 2026', 'Votre lettre du 3 octobre 2026');
    pdf.text('Le paiement doit nous parvenir au plus tard le 1er janvier 2027.', 50, 150);
  }),
  layout('date in words, Dutch', { dueOn: '2027-03-02' }, (pdf) => {
    letterhead(pdf, 'Gent, 20 november 2026', 'Uw brief van 3 oktober 2026');
    pdf.text('Gelieve de aangifte in te dienen vóór 2 maart 2027.', 50, 150);
  }),
  layout('date in words, German', { dueOn: '2027-03-02' }, (pdf) => {
    letterhead(pdf, 'Eupen, den 20. November 2026', 'Ihr Schreiben vom 3. Oktober 2026');
    pdf.text('Der Betrag ist bis zum 2. März 2027 zu zahlen.', 50, 150);
  }),
  layout('date range', { period: '2026-Q3', dueOn: '2026-12-20' }, (pdf) => {
    pdf.text('Contrôle de la période du 01/07/2026 au 30/09/2026. Les pièces sont à transmettre avant le 20/12/2026.', 50, 150);
  }),
  layout('range to the end of the year', {}, (pdf) => {
    pdf.text('Attest geldig van 01/01/2026 tot 31/12/2026. Afgeleverd op 20/11/2026 en geldig tot 31/12/2026.', 50, 150);
  }),
  layout('delay written out', { delay: '30d' }, (pdf) => {
    pdf.text('Vous êtes invité à répondre dans un délai de trente (30) jours à compter de l’envoi de la présente.', 50, 150);
  }),
  layout('delay of a month, Dutch', { delay: '1m' }, (pdf) => {
    pdf.text('U dient de gevraagde inlichtingen te bezorgen binnen een termijn van één maand.', 50, 150);
  }),
  layout('delay of a month, German', { delay: '1m' }, (pdf) => {
    pdf.text('Sie werden gebeten, innerhalb eines Monats zu antworten.', 50, 150);
  }),
  layout('only the delay to object', { taxYear: '2025' }, (pdf) => {
    pdf.text('Steuerjahr 2025. Gegen diesen Bescheid können Sie innerhalb von zwölf Monaten Widerspruch einlegen.', 50, 150);
    pdf.text('Un recours peut être introduit dans un délai de 3 mois.', 50, 190);
  }),
  layout('two delays', { delay: '15d' }, (pdf) => {
    pdf.text('Het bedrag moet binnen de 15 dagen betaald worden. Bezwaar kan worden ingediend binnen een termijn van 6 maanden.', 50, 150);
  }),
  layout('both languages', { amount: '25000', dueOn: '2026-12-10', taxYear: '2026' }, (pdf) => {
    pdf.text('Exercice d’imposition 2026. Montant à payer : 250,00 EUR au plus tard le 10/12/2026.', 50, 150, { width: 220 });
    pdf.text('Aanslagjaar 2026. Te betalen bedrag: 250,00 EUR uiterlijk op 10/12/2026.', 310, 150, { width: 220 });
  }),
  layout('quarter in words', { period: '2026-Q3', amount: '150000' }, (pdf) => {
    pdf.text('TVA du troisième trimestre 2026 : montant à payer 1.500,00 EUR.', 50, 150);
  }),
  layout('quarter and letter date', { period: '2026-Q2' }, (pdf) => {
    letterhead(pdf, 'Brussel, 20 november 2026', 'Btw-aangifte 2e kwartaal 2026');
    pdf.text('Wij hebben uw aangifte ontvangen in november 2026.', 50, 150);
  }),
  layout('month as period', { period: '2026-09' }, (pdf) => {
    table(
      pdf,
      150,
      [60, 200],
      [
        ['Période', 'septembre 2026'],
        ['Date', '20 novembre 2026'],
      ],
    );
  }),
  layout('month as period, German', { period: '2026-10' }, (pdf) => {
    pdf.text('MwSt.-Erklärung für den Zeitraum Oktober 2026, eingegangen am 20. November 2026.', 50, 150);
  }),
  layout('years side by side', { taxYear: '2025' }, (pdf) => {
    pdf.text('Aanslagjaar 2025 - inkomsten 2024. Koninklijk besluit van 27 augustus 1993. Dossier 2023/114477.', 50, 150);
  }),
  layout('marks of another writing direction', { amount: '9900', dueOn: '2026-12-24' }, (pdf) => {
    pdf.text('Montant à payer : \u200e99,00 EUR\u200f avant le \u200e24/12/2026.', 50, 150);
  }),
  layout('ligatures', { dueOn: '2026-12-24', amount: '9910' }, (pdf) => {
    pdf
      .font('Times-Roman')
      .text('Der fällige Betrag von 99,10 EUR ist spätestens am 24.12.2026 zu zahlen; offiziell und definitiv.', 50, 150);
  }),
  layout('sentence with dates all over', { dueOn: '2027-02-15' }, (pdf) => {
    pdf.text(
      'Suite à notre avis du 20/11/2026 et à l’entretien du 05/10/2026, la déclaration relative aux opérations effectuées depuis le 01/01/2026 doit être déposée pour le 15/02/2027 au plus tard.',
      50,
      150,
      { width: 480 },
    );
  }),
  layout('upside down', { amount: '5500' }, (pdf) => {
    pdf.rotate(180, { origin: [297, 421] });
    pdf.text('Montant à payer : 55,00 EUR', 50, 150);
  }),
  layout('small print with rates', { amount: '60000' }, (pdf) => {
    pdf.text('Une amende administrative de 600,00 EUR vous est infligée.', 50, 150);
    pdf.fontSize(6).text('Amende minimale 50,00 EUR, maximale 5.000,00 EUR, intérêts 7,00 % par an. Tarif 2026 annexe 3.', 50, 700);
  }),
  layout('scanned picture', {}, (pdf) => {
    pdf.image(DOT, 50, 50, { width: 480, height: 700 });
  }),
  layout('nothing to do', {}, (pdf) => {
    letterhead(pdf, 'Liège, le 20 novembre 2026', 'Votre courriel du 2 novembre 2026');
    pdf.text('Nous accusons bonne réception de votre demande. Notre réponse vous parviendra sous peu. Tél. 0257/123 45.', 50, 150);
    at(pdf, 'Référence : 2026-1199-03', 50, 200);
  }),
  layout('empty page', {}, () => {}),
];
