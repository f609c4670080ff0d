import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Whole } from '../../ui/Prose.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import style from './Law.module.css'
import { PackageCard } from './PackageCard.tsx'
import { useRead } from '../../link/hooks.ts'

const words = law.packages

/** The packages in the office's folder: tried, then published by name, or withdrawn; and how one is made. */
export function PackagesSection() {
  const { shown: folder, wrong, isReading, reload } = useRead('rules.packages', {})
  return (
    <div className={style.page}>
      <p className={style.help}>{words.help}</p>
      <Acts apart>
        <Button size="dense" onPress={reload}>
          {words.again}
        </Button>
        <span role="status" className={lettering.small}>
          {isReading ? words.reading : ''}
        </span>
      </Acts>
      {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
      {folder !== null && <Folder folder={folder} onChanged={reload} />}
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
    <code className={style.command}>
      <Whole>{words.howPack}</Whole>
    </code>
    <p className={style.help}>{words.howInstall}</p>
    <code className={style.command}>
      <Whole>{words.howVerify}</Whole>
    </code>
    <code className={style.command}>
      <Whole>{words.howInstallLine}</Whole>
    </code>
    <p className={style.help}>{words.howError}</p>
  </Group>
)
