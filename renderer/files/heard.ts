import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { dayShort } from '../../shared/messages/files/page.fr.ts'

/**
 * What to check before silence is noted or attested over a refusal signed here: the person may have had it in time. Null where no
 * refusal was overtaken.
 */
export const heardSaid = ({ unheard }: Pick<FileShown, 'unheard'>, today: LocalDate): string | null =>
  unheard?.overtaken
    ? fileActs.fields.heardBefore(dayShort(unheard.on, today), dayShort(unheard.until, today))
    : null
