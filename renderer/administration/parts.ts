import { later } from '../ui/later.tsx'

// Each part is read when it is opened.

export const AccessLogSection = later(
  async () => (await import('../settings/privacy/AccessLogSection.tsx')).AccessLogSection,
)
export const Agents = later(async () => (await import('../settings/people/Agents.tsx')).Agents)
export const ArchivesSection = later(
  async () => (await import('../settings/privacy/ArchivesSection.tsx')).ArchivesSection,
)
export const BackupSection = later(
  async () => (await import('../settings/backup/BackupSection.tsx')).BackupSection,
)
export const CalendarForm = later(
  async () => (await import('../settings/office/CalendarForm.tsx')).CalendarForm,
)
export const Changes = later(async () => (await import('../settings/office/Changes.tsx')).Changes)
export const CommitmentsSection = later(
  async () => (await import('../settings/history/CommitmentsSection.tsx')).CommitmentsSection,
)
export const CoordinationSection = later(
  async () => (await import('../settings/appointments/CoordinationSection.tsx')).CoordinationSection,
)
export const DraftsSection = later(
  async () => (await import('../settings/law/DraftsSection.tsx')).DraftsSection,
)
export const DutySection = later(
  async () => (await import('../settings/privacy/DutySection.tsx')).DutySection,
)
export const FilesSection = later(
  async () => (await import('../settings/files/FilesSection.tsx')).FilesSection,
)
export const GuaranteesSection = later(
  async () => (await import('./GuaranteesSection.tsx')).GuaranteesSection,
)
export const ImportAppointments = later(
  async () => (await import('../settings/appointments/ImportAppointments.tsx')).ImportAppointments,
)
export const IntegrationsSection = later(
  async () => (await import('../settings/integrations/IntegrationsSection.tsx')).IntegrationsSection,
)
export const LanguagesSection = later(
  async () => (await import('../settings/media/LanguagesSection.tsx')).LanguagesSection,
)
export const LawSettingsSection = later(
  async () => (await import('../settings/law/LawSettingsSection.tsx')).LawSettingsSection,
)
export const NetworkSection = later(
  async () => (await import('../settings/network/NetworkSection.tsx')).NetworkSection,
)
export const OfficeMessagesSection = later(
  async () => (await import('../settings/media/OfficeMessagesSection.tsx')).OfficeMessagesSection,
)
export const OfficeSection = later(
  async () => (await import('../settings/office/OfficeSection.tsx')).OfficeSection,
)
export const PackagesSection = later(
  async () => (await import('../settings/law/PackagesSection.tsx')).PackagesSection,
)
export const PapersSection = later(
  async () => (await import('../settings/documents/PapersSection.tsx')).PapersSection,
)
export const PeopleSection = later(
  async () => (await import('../settings/people/PeopleSection.tsx')).PeopleSection,
)
export const PersonSection = later(
  async () => (await import('../settings/privacy/PersonSection.tsx')).PersonSection,
)
export const PostersSection = later(
  async () => (await import('../settings/media/PostersSection.tsx')).PostersSection,
)
export const Printers = later(async () => (await import('../settings/printing/Printers.tsx')).Printers)
export const PrintingSection = later(
  async () => (await import('../printing/PrintingSection.tsx')).PrintingSection,
)
export const QueueSettings = later(
  async () => (await import('../settings/queue/QueueSettings.tsx')).QueueSettings,
)
export const RecordingsSection = later(
  async () => (await import('../settings/media/RecordingsSection.tsx')).RecordingsSection,
)
export const RegisterSection = later(
  async () => (await import('../settings/privacy/RegisterSection.tsx')).RegisterSection,
)
export const RulesSection = later(async () => (await import('../settings/law/RulesSection.tsx')).RulesSection)
export const ScannerTrial = later(async () => (await import('../identity/ScannerTrial.tsx')).ScannerTrial)
export const ServicesSection = later(
  async () => (await import('../settings/office/ServicesSection.tsx')).ServicesSection,
)
export const SlotSearchSection = later(
  async () => (await import('../settings/appointments/SlotSearchSection.tsx')).SlotSearchSection,
)
export const SourceSection = later(
  async () => (await import('../settings/appointments/SourceSection.tsx')).SourceSection,
)
export const TillSection = later(async () => (await import('../settings/till/TillSection.tsx')).TillSection)
export const UpdatesSection = later(
  async () => (await import('../settings/updates/UpdatesSection.tsx')).UpdatesSection,
)
export const Search = later(async () => (await import('../law/LawSearch.tsx')).LawSearch)
