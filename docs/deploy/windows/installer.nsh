; What the installer does besides copying the program. `%ProgramData%\Guichet` says where updates come from and by which key:
; it is closed to all but administrators, then a prepared station's `guichet.json`, beside the installer or named by
; /CONFIG=, goes there, unless one is there already.
!include "FileFunc.nsh"
!include "LogicLib.nsh"

; Runs icacls, by its whole path: $R4 is 0 as long as all that was asked is done.
!macro icacls ARGUMENTS
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" ${ARGUMENTS}'
  Pop $R5
  ${If} $R5 != "0"
    StrCpy $R4 1
  ${EndIf}
!macroend

!macro customInstall
  ReadEnvStr $R2 "ProgramData"
  StrCpy $R2 "$R2\Guichet"
  StrCpy $R4 0
  ; An account of the machine may have put a way to another folder there: the way goes, the other folder is left as it is.
  System::Call 'kernel32::GetFileAttributes(t R2) i .R3'
  IntOp $R5 $R3 & 0x400
  ${If} $R3 != -1
  ${AndIf} $R5 <> 0
    RMDir "$R2"
  ${EndIf}
  CreateDirectory "$R2"
  ; The system (S-1-5-18) and administrators (S-1-5-32-544) write it, the machine's accounts (S-1-5-32-545) read it.
  !insertmacro icacls '"$R2" /setowner *S-1-5-32-544 /L /Q'
  !insertmacro icacls '"$R2" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /Q'
  ; What lies in it already, after « . » and « .. », says no more than that.
  FindFirst $R5 $R6 "$R2\*.*"
  FindNext $R5 $R6
  FindNext $R5 $R6
  FindClose $R5
  ${If} $R6 != ""
    !insertmacro icacls '"$R2\*" /setowner *S-1-5-32-544 /T /L /Q'
    !insertmacro icacls '"$R2\*" /reset /T /L /Q'
  ${EndIf}
  ${If} $R4 <> 0
    SetErrorLevel 5
    MessageBox MB_OK|MB_ICONEXCLAMATION "Guichet est installé, mais $R2 n’a pas pu être réservé aux administrateurs, et aucune configuration n’y a été copiée. Fermez ce dossier par les commandes de docs/deploy/windows." /SD IDOK
  ${Else}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/CONFIG=" $R1
    ${If} ${Errors}
      StrCpy $R1 "$EXEDIR\guichet.json"
    ${EndIf}
    ${If} ${FileExists} "$R1"
    ${AndIfNot} ${FileExists} "$R2\guichet.json"
      CopyFiles /SILENT "$R1" "$R2\guichet.json"
    ${EndIf}
  ${EndIf}
!macroend
