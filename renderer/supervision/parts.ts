import { later } from '../ui/later.tsx'

// The present is the page; each other part is read when it is opened.

export const ByHandPage = later(async () => (await import('./ByHand.tsx')).ByHandPage)
export const Closing = later(async () => (await import('./Closing.tsx')).Closing)
export const Forecast = later(async () => (await import('./Forecast.tsx')).Forecast)
export const History = later(async () => (await import('./History.tsx')).History)
export const Incidents = later(async () => (await import('../safety/Incidents.tsx')).Incidents)
export const OfficeMessagesSection = later(
  async () => (await import('../settings/media/OfficeMessagesSection.tsx')).OfficeMessagesSection,
)
export const PrintingSection = later(
  async () => (await import('../printing/PrintingSection.tsx')).PrintingSection,
)
export const RulePage = later(async () => (await import('./RulePage.tsx')).RulePage)
export const PartnersDay = later(async () => (await import('../partners/PartnersDay.tsx')).PartnersDay)
