import { useState } from 'react'
import { queueSettings as words } from '../../shared/messages/queue/settings.fr.ts'
import { Button } from './Button.tsx'
import lettering from './Lettering.module.css'
import style from './SaveBar.module.css'

/**
 * What is typed over what the host says, until it is kept; `bar` is what its `SaveBar` is given.
 * @param now what the host says, which the page shows while nothing is typed over it
 */
export function useEdited<Draft extends object | null, Wrong extends object>(now: Draft) {
  // Null while nothing is being typed.
  const [draft, setDraft] = useState<Draft | null>(null)
  const [wrong, setWrong] = useState({} as Wrong)
  const [saved, setSaved] = useState(false)
  const shown = draft ?? now
  return {
    shown,
    wrong,
    set: (part: Partial<NonNullable<Draft>>) => {
      setSaved(false)
      setDraft({ ...shown, ...part } as Draft)
    },
    /**
     * Keeps what was made of what is typed, unless something is wrong in it.
     * @param keep whether it was kept
     */
    save: async <Made extends object>(
      made: Made | { readonly wrong: Wrong },
      keep: (made: Made) => Promise<boolean>,
    ) => {
      setWrong('wrong' in made ? (made.wrong as Wrong) : ({} as Wrong))
      if ('wrong' in made || !(await keep(made))) return
      setDraft(null)
      setSaved(true)
    },
    bar: {
      changed: draft !== null,
      saved,
      wrong: Object.keys(wrong).length,
      onCancel: () => {
        setDraft(null)
        setWrong({} as Wrong)
      },
    },
  } as const
}

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
