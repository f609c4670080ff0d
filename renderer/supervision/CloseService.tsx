import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Reasoned } from './Reasoned.tsx'

const words = supervision.decide

/** The words that the public reads on the kiosk for a service that takes no more tickets; ready ones, or typed. */
export const CloseService = ({
  onClose,
  onCancel,
}: {
  readonly onClose: (words: string) => void
  readonly onCancel: () => void
}) => (
  <Reasoned
    label={words.closeWords}
    chips={words.closeChips}
    act={words.closeService}
    optional
    onSend={onClose}
    onCancel={onCancel}
  />
)
