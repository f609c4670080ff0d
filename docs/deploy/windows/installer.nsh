; What the installer does besides copying the program. A prepared station: a `guichet.json` beside the installer (or named
; by /CONFIG=) goes where every account of the machine reads it, unless one is there already.
!include "FileFunc.nsh"

!macro customInstall
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/CONFIG=" $R1
  ${If} ${Errors}
    StrCpy $R1 "$EXEDIR\guichet.json"
  ${EndIf}
  ReadEnvStr $R2 "ProgramData"
  ${If} ${FileExists} "$R1"
  ${AndIfNot} ${FileExists} "$R2\Guichet\guichet.json"
    CreateDirectory "$R2\Guichet"
    CopyFiles /SILENT "$R1" "$R2\Guichet\guichet.json"
  ${EndIf}
!macroend

