namespace Hubforge.Automation.Cli;

/// <summary>
/// What a person adds to the start-up file of a shell to have targets and parameters completed. A start script is asked only when it
/// says that it can answer: other projects have a <c>build.sh</c> too, and pressing Tab there must not build them.
/// </summary>
internal static class CompletionScript
{
    public static string Of(string shell) =>
        shell switch
        {
            "zsh" => """
                (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
                _hubforge() {
                  local program=${${(Q)words[1]}/#\~/$HOME}
                  grep -qs -e --complete "$program" || return 1
                  local -a found
                  found=(${(f)"$("$program" --complete "${(@Q)words[2,$CURRENT]}" 2>/dev/null)"})
                  (( $#found )) && compadd -- $found
                }
                compdef _hubforge build.sh

                """,
            "fish" => """
                function __hubforge
                  set -l words (commandline -opc) (commandline -ct)
                  set -l program (string replace -r '^~' $HOME -- $words[1])
                  grep -qs -e --complete $program; or return 1
                  $program --complete $words[2..-1] 2>/dev/null
                end
                complete -c build.sh -f -a '(__hubforge)'

                """,
            "powershell" => """
                Register-ArgumentCompleter -Native -CommandName build.ps1, build.sh -ScriptBlock {
                  param($word, $ast, $position)
                  $program = Get-Command $ast.GetCommandName() -ErrorAction Ignore
                  if (-not $program -or -not [IO.File]::ReadAllText($program.Source).Contains('--complete')) { return }
                  $words = @(foreach ($element in $ast.CommandElements) {
                    if ($element.Extent.StartOffset -gt $ast.Extent.StartOffset -and $element.Extent.StartOffset -lt $position) { $element.ToString() }
                  })
                  if (-not $word) { $words += '' }
                  foreach ($found in & $program --complete @words 2>$null) {
                    if ($found) { [System.Management.Automation.CompletionResult]::new($found) }
                  }
                }

                """,
            _ => """
                _hubforge() {
                  local IFS=$'\n' program=${COMP_WORDS[0]/#\~/$HOME} word words=() last=-1 glue=
                  grep -qs -e --complete "$program" || return
                  # readline takes an option and its value apart at the equals sign
                  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
                    if [[ $last -ge 0 && ( $word == = || $glue ) ]]; then
                      words[last]+=$word
                    else
                      words[++last]=$word
                    fi
                    [[ $word == = ]] && glue=1 || glue=
                  done
                  COMPREPLY=($("$program" --complete "${words[@]}" 2>/dev/null))
                  [[ ${words[last]} == *=* ]] && COMPREPLY=("${COMPREPLY[@]#*=}")
                }
                complete -F _hubforge build.sh

                """,
        };
}
