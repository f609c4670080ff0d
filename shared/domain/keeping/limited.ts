import type { Who } from '../../contract/events.ts'
import type { FileId } from '../../contract/ids.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../office.ts'

/** Whether what is known of a file's person is kept from whoever asks: the administration alone still sees it (GDPR 18). */
export const isHidden = (
  { limited }: Pick<Office, 'limited'>,
  { role }: Pick<Who, 'role'>,
  fileId: FileId,
): boolean => role !== 'admin' && limited.has(fileId)

/** The personal rows that a page may show: those of a limited file are kept, and no longer used. */
export const usable = (
  office: Pick<Office, 'limited'>,
  who: Pick<Who, 'role'>,
  personal: Personal,
): Personal =>
  office.limited.size === 0
    ? personal
    : {
        ...personal,
        files: new Map([...personal.files].filter(([fileId]) => !isHidden(office, who, fileId))),
      }
