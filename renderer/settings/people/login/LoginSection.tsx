import type { Output } from '../../../../shared/contract/index.ts'
import { loginWords } from '../../../../shared/messages/people/login.fr.ts'
import { useRead } from '../../../link/hooks.ts'
import { Group } from '../../../ui/Column.tsx'
import style from '../../Settings.module.css'
import { Accounts } from './Accounts.tsx'
import { LoginForm } from './LoginForm.tsx'

const words = loginWords.page
/** Someone may be knocking: it is read again so often, in milliseconds. */
const renewEvery = 5000

/** Signing in by ProConnect or the town's directory: which, and whose account is whose. */
export function LoginSection({ people }: { readonly people: Output<'people.view'>['people'] }) {
  const { shown, wrong, reload } = useRead('login.show', {}, renewEvery)
  return (
    <Group title={words.title}>
      <p className={style.small}>{words.help}</p>
      <p role="alert">{wrong}</p>
      {shown && <LoginForm shown={shown} onSet={reload} />}
      {shown && (shown.settings !== null || shown.linked.length > 0) && (
        <Accounts shown={shown} people={people} onChange={reload} />
      )}
    </Group>
  )
}
