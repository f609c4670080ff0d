import { useState } from 'react'
import {
  guaranteeParts,
  guaranteesText,
  guaranteeWords as words,
} from '../../shared/messages/help/guarantees.fr.ts'
import style from '../settings/Settings.module.css'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import { Prose } from '../ui/Prose.tsx'
import { download } from '../ui/download.ts'

/** What the program promises, where each promise shows, and the tests that hold it: to read, to print, to give. */
export function GuaranteesSection() {
  const [message, setMessage] = useState('')
  const save = () => {
    const bytes = new TextEncoder().encode(guaranteesText())
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    download({ name: words.file, type: 'text/plain', base64 })
    setMessage(words.saved)
  }
  return (
    <>
      <Group title={words.title}>
        <p className={style.small}>{words.help}</p>
        <div className={`${style.acts!} ${style.notPrinted!}`}>
          <Button onPress={save}>{words.save}</Button>
          <Button onPress={() => window.print()}>{words.print}</Button>
          <span role="status" className={style.small}>
            {message}
          </span>
        </div>
      </Group>
      {guaranteeParts.map(({ title, guarantees }) => (
        <Group key={title} title={title}>
          <ul role="list">
            {guarantees.map(({ id, promise, screen, paper, proofs }) => (
              <li key={id} className={style.guarantee}>
                <p>
                  <Prose>{promise}</Prose>
                </p>
                {screen !== null && (
                  <p className={style.small}>
                    <Prose>{words.screen(screen)}</Prose>
                  </p>
                )}
                {paper !== null && (
                  <p className={style.small}>
                    <Prose>{words.paper(paper)}</Prose>
                  </p>
                )}
                <details className={style.small}>
                  <summary>{words.proofs}</summary>
                  <ul>
                    {proofs.map(({ file, title: test }) => (
                      <li key={`${file} ${test}`} lang="en">
                        {file} : {test}
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        </Group>
      ))}
    </>
  )
}
