import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'
import { useView } from '../../link/hooks.ts'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'
import { AccessForm } from './AccessForm.tsx'
import { FirstManager } from './FirstManager.tsx'
import { LoginSection } from './login/LoginSection.tsx'
import { PeopleTable } from './PeopleTable.tsx'

const words = peopleWords.page

/** Who may do what, and what opens a session to them; never the secret itself, nor when they were here. */
export function PeopleSection() {
  const view = useView('people.view', {})
  if (view === undefined) return <p role="status">{appWords.loading}</p>
  return (
    <>
      {!view.protected && <FirstManager people={view.people} />}
      <Group title={words.people}>
        <p className={style.small}>{words.help}</p>
        <PeopleTable view={view} />
      </Group>
      <AccessForm access={view.access} badges={view.people.some(({ badgeSince }) => badgeSince !== null)} />
      {view.protected && <LoginSection people={view.people} />}
    </>
  )
}
