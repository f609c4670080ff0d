import { queueSettings as words } from '../../shared/messages/queue/settings.fr.ts'
import { Button } from './Button.tsx'
import lettering from './Lettering.module.css'
import style from './SaveBar.module.css'

/** Under a form: what keeps it, what gives it up, and how it went. It stays in sight while something is changed. */
export const SaveBar = ({
  changed,
  saved,
  wrong,
  form,
  onCancel,
}: {
  readonly changed: boolean
  readonly saved: boolean
  /** How many fields lack something. */
  readonly wrong: number
  /** The form that it keeps, where it stands outside. */
  readonly form?: string
  readonly onCancel: () => void
}) => (
  <div className={changed ? `${style.bar!} ${style.changed!}` : style.bar}>
    <Button kind={changed ? 'primary' : 'plain'} type="submit" {...(form === undefined ? {} : { form })}>
      {words.save}
    </Button>
    {changed && <Button onPress={onCancel}>{words.cancel}</Button>}
    <span role="status" className={wrong > 0 ? lettering.wrong : lettering.small}>
      {wrong > 0 ? words.wrong.some(wrong) : saved ? words.saved : ''}
    </span>
  </div>
)
