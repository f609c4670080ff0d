import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../runtime/places.ts'

const windows = join(root, 'docs', 'deploy', 'windows')

test('what the Windows installer adds compiles, without a warning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-nsis-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const installer = join(folder, 'essai.exe')
  writeFileSync(
    join(folder, 'essai.nsi'),
    `Name essai\nOutFile "${installer}"\nInstallDir "$TEMP"\n!include "${join(windows, 'installer.nsh')}"\n` +
      'Section\n  !insertmacro customInstall\nSectionEnd\n',
  )
  const args = ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', join(folder, 'essai.nsi')]
  expect(execFileSync('makensis', args, { encoding: 'utf8', stdio: 'pipe' })).toBe('')
  expect(statSync(installer).size).toBeGreaterThan(10_000)
})
