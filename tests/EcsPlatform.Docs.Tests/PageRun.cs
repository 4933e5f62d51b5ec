using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EcsPlatform.Tests;
using Microsoft.CodeAnalysis;

namespace EcsPlatform.Docs.Tests;

/// <summary>
/// A folder with copies of the stacks' files, in which somebody does what a page says, in its order: writes the files that it shows,
/// changes those that it changes, and runs the command lines that need neither AWS nor another program.
/// </summary>
internal sealed partial class PageRun : IDisposable
{
    private const string Program = "ecs-platform";

    // What every stack's file begins with.
    private const string SchemaLine = "# yaml-language-server: $schema=schemas/stack.schema.json";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform-docs-");
    private readonly DocPage _page;
    private readonly Lazy<string> _program;

    public PageRun(DocPage page)
    {
        _page = page;
        _program = new Lazy<string>(MakeProgram);
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Path, "Pulumi*.yaml")
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "stacks", "plans")))
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "schemas"))))
        {
            Take(Path.GetRelativePath(RepositoryFolder.Path, file));
        }
    }

    /// <summary>Where a file is.</summary>
    /// <param name="file">The file, from the root.</param>
    /// <returns>Its path.</returns>
    public string At(string file) => Path.Combine(_folder.FullName, "repository", file);

    /// <summary>Does all that the page says.</summary>
    /// <returns>Lines that ended otherwise than they should, each with what was said; none when all is well.</returns>
    public ImmutableArray<string> Failures() => [.. Follow()];

    /// <summary>Runs one of our commands.</summary>
    /// <param name="arguments">Its words.</param>
    /// <returns>How it ended, and what it said.</returns>
    public (int ExitCode, string Output, string Errors) Run(params IEnumerable<string> arguments) =>
        OwnProgram.Run(_program.Value, arguments, At(""), Patience);

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> Follow()
    {
        foreach (var block in _page.Blocks)
        {
            if (block.Language == "diff")
            {
                Change(Patch.Of(block));
            }
            else if (block.Language == "yaml" && block.Lines[0] == SchemaLine)
            {
                Write(FileOf(block), $"{block.Code}\n");
            }

            foreach (var line in ShellLine.Of(block).Where(line => line.Needs is null))
            {
                if (Failure(line) is { } failure)
                {
                    yield return $"{line.Place}: {failure}";
                }
            }
        }
    }

    // The file that the text before the block names last.
    private string FileOf(CodeBlock block) => _page.Prose.Where(line => line.Number < block.FirstLine)
        .SelectMany(line => StackFile().Matches(line.Line)).Last().Groups[1].Value;

    private string? Failure(ShellLine line)
    {
        if (line.Copies)
        {
            var words = line.Text.Split(' ');
            File.Copy(At(words[1]), At(words[2]), overwrite: true);
            return null;
        }

        List<string> arguments = [.. line.Arguments!.Value];
        Export(arguments);
        var redirect = arguments.IndexOf(">");
        var (code, output, errors) = Run(redirect < 0 ? arguments : arguments[..redirect]);
        if (redirect >= 0)
        {
            Write(arguments[redirect + 1], output);
        }

        return code == line.ExitCode ? null : $"exit code {code}, not {line.ExitCode}: {line.Text}\n{errors}{string.Join('\n', output.Split('\n').TakeLast(30))}";
    }

    // What pulumi stack export says of a stack that is as accepted, where no line before has written the file.
    private void Export(List<string> arguments)
    {
        var against = arguments.IndexOf("--against");
        if (against > 0 && arguments[against + 1] is var file and not "none" && !File.Exists(At(file)))
        {
            File.Copy(At($"stacks/plans/{arguments[1]}.json"), At(file));
        }
    }

    private void Change(Patch patch)
    {
        if (!File.Exists(At(patch.File)))
        {
            Take(patch.File);
        }

        Write(patch.File, patch.Apply(File.ReadAllText(At(patch.File))));
    }

    private void Take(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.Copy(Path.Combine(RepositoryFolder.Path, file), At(file));
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    // A page that changes the project stacks is followed with a program that has the changes, and the files that the page adds.
    private string MakeProgram()
    {
        ImmutableArray<Patch> patches =
        [
            .. _page.Blocks.Where(block => block.Language == "diff").Select(Patch.Of)
                .Where(patch => patch.File.StartsWith("stacks/", StringComparison.Ordinal) && patch.File.EndsWith(".cs", StringComparison.Ordinal)),
        ];
        if (patches.IsEmpty)
        {
            return Path.Combine(OwnProgram.Folder, $"{Program}.dll");
        }

        var files = _page.Blocks.Where(block => block.Language == "csharp").Select(block => new Example(block, block)).Where(example => example.IsFile);
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "program")).FullName;
        foreach (var file in Directory.EnumerateFiles(OwnProgram.Folder, "*.dll").Concat(Directory.EnumerateFiles(OwnProgram.Folder, $"{Program}.*.json")))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith(Program, StringComparison.Ordinal))
            {
                File.Copy(file, Path.Combine(folder, name));
            }
            else if (name != $"{StacksSource.Assembly}.dll")
            {
                File.CreateSymbolicLink(Path.Combine(folder, name), file);
            }
        }

        using var code = File.Create(Path.Combine(folder, $"{StacksSource.Assembly}.dll"));
        StacksSource.With(files.Select(file => file.Source), patches).Emit(code).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return Path.Combine(folder, $"{Program}.dll");
    }

    [GeneratedRegex(@"`(Pulumi\.[a-z0-9-]+\.yaml)`")]
    private static partial Regex StackFile();
}
