import { at, layout, letterhead, table } from './test-draw.ts';
import type { Sample } from './test-sample.ts';

/** Letters in other words than the patterns were first written from; the patterns were widened by what was missed here. */
export const OTHER_WORDS: readonly Sample[] = [
  layout('commandement', { amount: '873214', delay: '24h' }, (pdf) => {
    pdf.text(
      'Commandement vous est fait de payer dans les 24 heures, entre nos mains, la somme de 8 732,14 euros, en principal, intérêts et frais.',
      50,
      150,
    );
  }),
  layout('rektificatie', { delay: '1m', taxYear: '2024' }, (pdf) => {
    letterhead(pdf, 'Leuven, 20 november 2026', 'Bericht van wijziging - aanslagjaar 2024');
    pdf.text(
      'U beschikt over een termijn van een maand vanaf de derde werkdag volgend op de verzending om uw eventuele opmerkingen schriftelijk in te brengen.',
      50,
      150,
    );
  }),
  layout('plan de paiement', { amount: '41667', iban: 'BE22679200300047' }, (pdf) => {
    pdf.text(
      'Votre plan de paiement est accordé : 12 mensualités de 416,67 EUR, la première étant à payer sur le compte BE22 6792 0030 0047.',
      50,
      150,
    );
  }),
  layout('provision', { amount: '98000', communication: '047747270195', dueOn: '2026-12-24' }, (pdf) => {
    table(
      pdf,
      150,
      [60, 260],
      [
        ['Verschuldigde btw', '980,00 EUR'],
        ['Vervaldag', '24-12-2026'],
        ['Mededeling', '+++047/7472/70195+++'],
      ],
    );
  }),
  layout('frist', { dueOn: '2026-12-11' }, (pdf) => {
    pdf.text('Wir bitten Sie, uns die fehlenden Belege spätestens bis Freitag, dem 11. Dezember 2026, zukommen zu lassen.', 50, 150);
  }),
  layout('vervaldatum in zin', { dueOn: '2027-01-20', period: '2026-Q4' }, (pdf) => {
    pdf.text('De aangifte over het vierde kwartaal 2026 wordt ten laatste op woensdag 20 januari 2027 verwacht.', 50, 150);
  }),
  layout('deux échéances', { dueOn: '2026-12-31', amount: '220000' }, (pdf) => {
    letterhead(pdf, 'Mons, 20/11/2026', 'Précompte immobilier');
    pdf.text('Vous devez encore 2.200,00 EUR. Ce montant doit figurer sur notre compte pour le 31/12/2026.', 50, 150);
  }),
  layout('intérêts après date', { amount: '19000' }, (pdf) => {
    pdf.text('Sauf paiement de 190,00 EUR, des intérêts de retard seront comptés à partir du 01/01/2027 au taux de 4 %.', 50, 150);
  }),
  layout('herinnering', { amount: '33333', delay: '14d' }, (pdf) => {
    pdf.text('Wij stellen vast dat een bedrag van € 333,33 nog openstaat. Gelieve dit binnen veertien dagen te vereffenen.', 50, 150);
  }),
  layout('geldbuße', { amount: '25000', delay: '2m' }, (pdf) => {
    pdf.text('Die Geldbuße beträgt 250 EUR und ist binnen zwei Monaten nach Zustellung dieses Bescheids zu entrichten.', 50, 150);
  }),
  layout('rôle', { amount: '123456', taxYear: '2025', dueOn: '2027-01-22' }, (pdf) => {
    at(pdf, 'AVERTISSEMENT-EXTRAIT DE RÔLE', 50, 50);
    table(
      pdf,
      100,
      [60, 350],
      [
        ['Exercice d’imposition', '2025'],
        ['Revenus', '2024'],
        ['Date d’envoi', '22/11/2026'],
        ['Date limite de paiement', '22/01/2027'],
        ['Impôt total', '4.321,00'],
        ['Précomptes', '-3.086,44'],
        ['Solde à payer', '1.234,56'],
      ],
    );
  }),
  layout('teruggave', { taxYear: '2025' }, (pdf) => {
    table(
      pdf,
      100,
      [60, 350],
      [
        ['Aanslagjaar', '2025'],
        ['Terug te krijgen bedrag', '812,44 EUR'],
        ['Uitbetaling vóór', 'eind februari'],
      ],
    );
  }),
  layout('mois et année en chiffres', { period: '2026-10', amount: '87500' }, (pdf) => {
    pdf.text('Déclaration TVA 10/2026 : votre solde débiteur de 875,00 EUR reste à régler.', 50, 150);
  }),
  layout('zonder actie', {}, (pdf) => {
    pdf.text('Uw verzoek van 12/10/2026 werd op 20/11/2026 ingewilligd. Het bedrag van 150,00 EUR wordt kwijtgescholden.', 50, 150);
  }),
  layout('tiers saisi', { amount: '1050000', delay: '15d', communication: '047747270195' }, (pdf) => {
    pdf.text(
      'Veuillez nous adresser votre déclaration de tiers saisi endéans les quinze jours. Saisie pour un montant de 10.500,00 EUR. Communication : ***047/7472/70195***',
      50,
      150,
      { width: 400 },
    );
  }),
  layout('kontoauszug', {}, (pdf) => {
    table(
      pdf,
      100,
      [60, 200, 350],
      [
        ['Datum', 'Buchung', 'Betrag'],
        ['01.10.2026', 'Zahlung', '-500,00 EUR'],
        ['20.10.2026', 'Erstattung', '120,00 EUR'],
      ],
    );
  }),
];
