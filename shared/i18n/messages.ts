import { activityView } from './activityView.ts';
import { archive } from './archive.ts';
import { audit } from './audit.ts';
import { auditView } from './auditView.ts';
import { backup } from './backup.ts';
import { calendarFile } from './calendarFile.ts';
import { calendarView } from './calendarView.ts';
import { calls } from './calls.ts';
import { cli } from './cli.ts';
import { clientActions } from './clientActions.ts';
import { clientImport } from './clientImport.ts';
import { clientImportView } from './clientImportView.ts';
import { clients } from './clients.ts';
import { clientsView } from './clientsView.ts';
import { cliFiles } from './cliFiles.ts';
import { core } from './core.ts';
import { desk } from './desk.ts';
import { documentFacts } from './documentFacts.ts';
import { documentHold } from './documentHold.ts';
import { documentPreview } from './documentPreview.ts';
import { documentsDesk } from './documentsDesk.ts';
import { documentsKeys } from './documentsKeys.ts';
import { documentsList } from './documentsList.ts';
import { documentsView } from './documentsView.ts';
import { errors } from './errors.ts';
import { exportTexts } from './exports.ts';
import { filing } from './filing.ts';
import { filingPath } from './filingPath.ts';
import { frame } from './frame.ts';
import { gate } from './gate.ts';
import { gateRestore } from './gateRestore.ts';
import { gateScreens } from './gateScreens.ts';
import { gridNames } from './gridNames.ts';
import { identity } from './identity.ts';
import { identityView } from './identityView.ts';
import { installationView } from './installationView.ts';
import { letters } from './letters.ts';
import { lock } from './lock.ts';
import { mirror } from './mirror.ts';
import { papers } from './papers.ts';
import { reading } from './reading.ts';
import { recovery } from './recovery.ts';
import { residence } from './residence.ts';
import { restore } from './restore.ts';
import { retention } from './retention.ts';
import { securityView } from './securityView.ts';
import { settingsArchive } from './settingsArchive.ts';
import { settingsBackup } from './settingsBackup.ts';
import { settingsRetention } from './settingsRetention.ts';
import { settingsView } from './settingsView.ts';
import { shell } from './shell.ts';
import { support } from './support.ts';
import { sync } from './sync.ts';
import { tables } from './tables.ts';
import { todayView } from './todayView.ts';
import { undo } from './undo.ts';
import { updates } from './updates.ts';
import { users } from './users.ts';
import { vat } from './vat.ts';
import { vatBatch } from './vatBatch.ts';
import { vatBatchView } from './vatBatchView.ts';
import { vatConflict } from './vatConflict.ts';
import { vatContentTexts } from './vatContent.ts';
import { vatDiscard } from './vatDiscard.ts';
import { vatElsewhere } from './vatElsewhere.ts';
import { vatGridHelp } from './vatGridHelp.ts';
import { vatGrids } from './vatGrids.ts';
import { vatGridsPanel } from './vatGridsPanel.ts';
import { vatPapersView } from './vatPapersView.ts';
import { vatPathView } from './vatPathView.ts';
import { vatRemarks } from './vatRemarks.ts';
import { vatTables } from './vatTables.ts';
import { vatTablesView } from './vatTablesView.ts';
import { vatView } from './vatView.ts';
import { vatViewFiling } from './vatViewFiling.ts';
import { vault } from './vault.ts';
import { vendor } from './vendor.ts';

/** All messages of the product. Each topic owns its file or two; keys begin with the topic's name. */
export const messages = {
  ...activityView,
  ...archive,
  ...backup,
  ...audit,
  ...auditView,
  ...calendarFile,
  ...calendarView,
  ...calls,
  ...cli,
  ...cliFiles,
  ...clients,
  ...clientActions,
  ...clientImport,
  ...clientImportView,
  ...clientsView,
  ...core,
  ...desk,
  ...documentFacts,
  ...documentHold,
  ...documentPreview,
  ...documentsDesk,
  ...documentsKeys,
  ...documentsList,
  ...documentsView,
  ...errors,
  ...exportTexts,
  ...filing,
  ...filingPath,
  ...frame,
  ...gate,
  ...gateRestore,
  ...gateScreens,
  ...gridNames,
  ...identity,
  ...vendor,
  ...identityView,
  ...installationView,
  ...letters,
  ...lock,
  ...mirror,
  ...papers,
  ...reading,
  ...recovery,
  ...residence,
  ...restore,
  ...retention,
  ...securityView,
  ...settingsArchive,
  ...settingsBackup,
  ...settingsRetention,
  ...settingsView,
  ...shell,
  ...support,
  ...sync,
  ...tables,
  ...todayView,
  ...undo,
  ...users,
  ...updates,
  ...vat,
  ...vatBatch,
  ...vatBatchView,
  ...vatConflict,
  ...vatContentTexts,
  ...vatDiscard,
  ...vatElsewhere,
  ...vatPapersView,
  ...vatPathView,
  ...vatRemarks,
  ...vatTables,
  ...vatTablesView,
  ...vatGridHelp,
  ...vatGrids,
  ...vatGridsPanel,
  ...vatView,
  ...vatViewFiling,
  ...vault,
};
export type MessageKey = keyof typeof messages;
