import { at, layout, letterhead, letters, table } from './test-draw.ts';
import type { Sample } from './test-sample.ts';

const BE = { spaced: 'BE22 6792 0030 0047', value: 'BE22679200300047' } as const;
const COMMUNICATION = { written: '+++047/7472/70195+++', value: '047747270195' } as const;

/** Amounts, accounts and communications where they are hard to find. */
export const MONEY_LAYOUTS: readonly Sample[] = [
  layout('two columns', { amount: '120400', iban: BE.value, dueOn: '2026-12-02' }, (pdf) => {
    letterhead(pdf, 'Bruxelles, le 20 novembre 2026', 'Objet : paiement');
    const [left, right] = [
      'Madame, Monsieur, vous trouverez dans la colonne voisine le rappel de vos droits. Nous vous prions de payer la somme de 1.204,00 EUR au plus tard le 2 décembre 2026 sur le compte BE22 6792 0030 0047.',
      'Vos droits. Vous pouvez demander un plan de paiement de 100,00 EUR par mois. Le minimum est de 50,00 EUR. Votre dossier est traité par le bureau dont les coordonnées figurent en tête de cette lettre.',
    ];
    pdf.text(left!, 50, 150, { width: 220 });
    pdf.text(right!, 310, 150, { width: 220 });
  }),
  layout('table without lines', { amount: '105000', iban: BE.value, communication: COMMUNICATION.value }, (pdf) => {
    letterhead(pdf, 'Date d’envoi : 20/11/2026', 'Objet : décompte');
    table(
      pdf,
      160,
      [60, 330],
      [
        ['Principal', '1.000,00'],
        ['Intérêts', '35,00'],
        ['Frais', '15,00'],
        ['Total à payer', '1.050,00'],
        ['Compte', BE.spaced],
        ['Communication', COMMUNICATION.written],
      ],
    );
  }),
  layout('label above its value', { amount: '48790', dueOn: '2026-12-15', iban: BE.value }, (pdf) => {
    letterhead(pdf, 'Datum: 20/11/2026', 'Betreft: betaalbericht');
    table(
      pdf,
      200,
      [60, 220, 380],
      [
        ['Te betalen bedrag', 'Uiterste betaaldatum', 'Rekening'],
        ['€ 487,90', '15/12/2026', BE.spaced],
      ],
    );
  }),
  layout('amount in the footer', { amount: '9950' }, (pdf) => {
    letterhead(pdf, '20 november 2026', 'Betreft: afrekening');
    pdf.text('Geachte, hierbij vindt u de afrekening van uw dossier. De bijzonderheden staan in de bijlage.', 50, 150, { width: 480 });
    pdf.page.margins.bottom = 0;
    pdf.fontSize(8);
    at(pdf, 'Dossier 2026/112233 - Nog te betalen: 99,50 EUR - Bladzijde 1/1', 50, 800);
  }),
  layout('page turned a quarter', { amount: '75025', dueOn: '2026-12-31' }, (pdf) => {
    Object.assign(pdf.page.dictionary.data, { Rotate: 90 });
    pdf.rotate(-90, { origin: [0, 0] });
    at(pdf, 'Montant à payer : 750,25 EUR', -700, 60);
    at(pdf, 'À payer au plus tard le 31 décembre 2026', -700, 90);
  }),
  layout('thin spaces in amounts', { amount: '1234567' }, (pdf) => {
    letterhead(pdf, 'Le 20/11/2026', 'Objet : solde');
    pdf.text('Le solde restant dû est de 12\u00a0345,67\u00a0€.', 50, 150);
  }),
  layout('apostrophes and points', { amount: '1234567' }, (pdf) => {
    pdf.text('Der Gesamtbetrag von EUR 12.345,67 ist zu zahlen. Davon Zinsen: EUR 45,67.', 50, 150);
  }),
  layout('letters spaced out', { amount: '65000' }, (pdf) => {
    pdf.text('Montant à payer : 650,00 EUR', 50, 150, { characterSpacing: 4 });
  }),
  layout('every letter by itself', { amount: '65010', iban: BE.value }, (pdf) => {
    letters(pdf, 'Te betalen bedrag: 650,10 EUR', 50, 150, 0);
    letters(pdf, `op rekening ${BE.spaced}`, 50, 166, 0);
  }),
  layout('every letter by itself and apart', { amount: '65020' }, (pdf) => {
    letters(pdf, 'Montant à payer : 650,20 EUR', 50, 150, 3);
  }),
  layout('spaces between letters', { amount: '65030' }, (pdf) => {
    pdf.text('M o n t a n t   à   p a y e r   :   6 5 0 , 3 0   E U R', 50, 150);
  }),
  layout('account over two lines', { iban: BE.value, amount: '3000' }, (pdf) => {
    pdf.text('Veuillez verser la somme de 30,00 EUR sur le compte BE22 6792\n0030 0047 en mentionnant la référence.', 50, 150);
  }),
  layout('account in boxes', { iban: BE.value, amount: '3100' }, (pdf) => {
    at(pdf, 'IBAN', 50, 200);
    for (const [index, sign] of [...BE.value].entries()) at(pdf, sign, 120 + index * 18, 200);
    at(pdf, 'À payer', 50, 230);
    at(pdf, '31,00 EUR', 120, 230);
  }),
  layout('foreign account', { iban: 'NL91ABNA0417164300', amount: '8800' }, (pdf) => {
    pdf.text('Te betalen: € 88,00 op rekening NL91 ABNA 0417 1643 00 (BIC SIMUNL2A).', 50, 150);
  }),
  layout('accounts that are none', { amount: '4400' }, (pdf) => {
    pdf.text('Référence interne BE22 6792 0030 0048, dossier BE0100000268, compte BE00 0000 0000 0000. À payer : 44,00 EUR.', 50, 150, {
      width: 480,
    });
  }),
  layout('one account of theirs, one of yours', { iban: BE.value }, (pdf) => {
    pdf.text('Les remboursements sont versés sur votre compte BE41 6792 0036 4210.', 50, 150);
    pdf.text(`Les paiements se font sur le compte ${BE.spaced}.`, 50, 190);
  }),
  layout('communication over two lines', { communication: COMMUNICATION.value }, (pdf) => {
    pdf.text('Veuillez mentionner la communication structurée +++047/7472/\n70195+++ lors de votre paiement.', 50, 150);
  }),
  layout('communication in stars with spaces', { communication: COMMUNICATION.value }, (pdf) => {
    at(pdf, 'Gestructureerde mededeling', 50, 150);
    at(pdf, '*** 047 / 7472 / 70195 ***', 300, 150);
  }),
  layout('communications that are none', {}, (pdf) => {
    pdf.text('+++047/7472/70196+++ ***123/4567/89012*** Téléphone 02/5721/33445', 50, 150);
  }),
  layout('communication in the text of a code', { communication: COMMUNICATION.value, iban: BE.value, amount: '12345' }, (pdf) => {
    const code = ['BCD', '002', '1', 'SCT', 'SIMUBEBB', 'Receveur simulé', BE.value, 'EUR123.45', '', COMMUNICATION.written];
    pdf.fontSize(6).text(code.join('\n'), 50, 150);
    pdf.fontSize(10);
    at(pdf, 'Montant à payer', 200, 150);
    at(pdf, '123,45 EUR', 320, 150);
  }),
  layout('several amounts with a total', { amount: '321050' }, (pdf) => {
    table(
      pdf,
      150,
      [60, 300],
      [
        ['Impôt', '2.950,00 EUR'],
        ['Accroissement', '200,00 EUR'],
        ['Intérêts de retard', '60,50 EUR'],
        ['Solde à payer', '3.210,50 EUR'],
        ['Capital social', '18.600,00 EUR'],
      ],
    );
  }),
  layout('total in the last column', { amount: '121000' }, (pdf) => {
    table(
      pdf,
      150,
      [60, 200, 320, 440],
      [
        ['Omschrijving', 'Grondslag', 'Btw', 'Te betalen'],
        ['Derde kwartaal', '1.000,00', '210,00', '1.210,00'],
      ],
    );
  }),
  layout('credit note', {}, (pdf) => {
    letterhead(pdf, '20/11/2026', 'Note de crédit');
    pdf.text('Montant en votre faveur : -540,00 EUR. Aucun paiement n’est attendu.', 50, 150);
    at(pdf, 'Solde', 50, 200);
    at(pdf, '- 540,00 EUR', 200, 200);
  }),
  layout('refund and nothing to pay', { taxYear: '2026' }, (pdf) => {
    pdf.text('Pour l’exercice d’imposition 2026, un remboursement de 1.250,00 EUR vous sera versé sur votre compte.', 50, 150);
  }),
  layout('payment slip on the second page', { amount: '77777', iban: BE.value, communication: COMMUNICATION.value }, (pdf) => {
    letterhead(pdf, '20/11/2026', 'Objet : rappel');
    pdf.text(
      'Vous trouverez en page 2 le bulletin de paiement. Vos revenus de 45.000,00 EUR ont été retenus comme base imposable.',
      50,
      150,
    );
    pdf.addPage();
    table(
      pdf,
      600,
      [60, 300],
      [
        ['Montant', '777,77 EUR'],
        ['IBAN bénéficiaire', BE.spaced],
        ['Communication', COMMUNICATION.written],
      ],
    );
  }),
];
