import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Row, Rows } from '../../ui/Rows.tsx'
import style from './Law.module.css'
import { PackageCard } from './PackageCard.tsx'
import { useReading } from './reading.ts'

const words = law.packages

/** The packages in the office's folder: tried, then published by name, or withdrawn; and how one is made. */
export function PackagesSection() {
  const { result, isReading, again } = useReading('rules.packages', {})
  return (
    <div className={style.page}>
      <p className={style.help}>{words.help}</p>
      <Acts apart>
        <Button size="dense" onPress={again}>
          {words.again}
        </Button>
        <span role="status" className={lettering.small}>
          {isReading ? words.reading : ''}
        </span>
      </Acts>
      {result && 'error' in result && <p className={lettering.wrong}>{result.error.message}</p>}
      {result && 'output' in result && <Folder folder={result.output} onChanged={again} />}
      <HowTo />
    </div>
  )
}

const Folder = ({
  folder: { packages, unreadable },
  onChanged,
}: {
  readonly folder: Output<'rules.packages'>
  readonly onChanged: () => void
}) => (
  <>
    {packages.length === 0 && <p className={style.help}>{words.none}</p>}
    {packages.map((each) => (
      <PackageCard key={each.hash} line={each} onChanged={onChanged} />
    ))}
    {unreadable.length > 0 && (
      <Group title={words.unreadable} className={style.group}>
        <Rows label={words.unreadable}>
          {unreadable.map(({ file, why }) => (
            <Row key={file}>{words.unreadableLine(file, why)}</Row>
          ))}
        </Rows>
      </Group>
    )}
  </>
)

const HowTo = () => (
  <Group title={words.how} className={style.group}>
    <p className={style.help}>{words.howText}</p>
    <code className={style.command}>{words.howPack}</code>
    <p className={style.help}>{words.howInstall}</p>
    <code className={style.command}>{words.howVerify}</code>
    <code className={style.command}>{words.howInstallLine}</code>
    <p className={style.help}>{words.howError}</p>
  </Group>
)
