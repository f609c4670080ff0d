import { helpPanel as words, type HelpPage } from '../../shared/messages/help/help.fr.ts'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import style from './Help.module.css'

/**
 * What a screen does, how one goes about it, and its rule.
 * @param level of its headings: one under the screen's title
 */
export function Told({ page, level: Heading }: { readonly page: HelpPage; readonly level: 'h3' | 'h4' }) {
  return (
    <>
      <Heading className={style.under}>{words.does}</Heading>
      <p>
        <Prose>{page.does}</Prose>
      </p>
      <Heading className={style.under}>{words.steps}</Heading>
      <ul className={style.list}>
        {page.steps.map((step) => (
          <li key={step}>
            <Prose>{step}</Prose>
          </li>
        ))}
      </ul>
      <Heading className={style.under}>{words.rules}</Heading>
      <ul className={style.list}>
        {page.rules.map(({ text, source }) => (
          <li key={text}>
            <Prose>{text}</Prose>{' '}
            <span className={lettering.small}>
              (<Prose>{source ?? words.chosen}</Prose>)
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
