import { integrationsWords as words } from '../../../shared/messages/integrations/integrations.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import style from './Integrations.module.css'

/** What follows from an act, asked once more in the same place: no window opens. */
export const SureOrNot = ({
  help,
  sure,
  onSure,
  onCancel,
}: {
  readonly help: string
  readonly sure: string
  readonly onSure: () => void
  readonly onCancel: () => void
}) => (
  <Acts as="span" room="around">
    <span role="status" className={style.help}>
      {help}
    </span>
    <Button kind="primary" size="dense" autoFocus onPress={onSure}>
      {sure}
    </Button>
    <Button size="dense" onPress={onCancel}>
      {words.cancel}
    </Button>
  </Acts>
)
