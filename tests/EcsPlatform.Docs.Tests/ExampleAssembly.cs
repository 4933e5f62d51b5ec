using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace EcsPlatform.Docs.Tests;

/// <summary>Examples, compiled against what the build made.</summary>
internal sealed class ExampleAssembly
{
    private readonly CSharpCompilation _programs;
    private readonly Lazy<Assembly> _assembly;

    /// <summary>Reads the examples.</summary>
    /// <param name="examples">The examples.</param>
    public ExampleAssembly(IReadOnlyCollection<Example> examples)
    {
        _programs = CSharpCompilation.Create(
            "Examples",
            examples.Where(example => !example.IsFile).Select(example => example.Source),
            StacksSource.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var files = examples.Where(example => example.IsFile).Select(example => example.Source).ToList();
        Errors =
        [
            .. ErrorsOf(_programs),
            .. files.Count == 0 ? [] : ErrorsOf(StacksSource.With(files)),
        ];
        _assembly = new Lazy<Assembly>(() => Load(_programs));
    }

    /// <summary>What the compiler refuses, each with the page and its line.</summary>
    public ImmutableArray<string> Errors { get; }

    /// <summary>The plan of a program that is right.</summary>
    /// <param name="example">One of the examples.</param>
    /// <returns>The plan.</returns>
    public Task<Plan> PlanAsync(Example example) => TestPlan.OfAsync(ProgramOf(example));

    /// <summary>Runs a program as a preview does.</summary>
    /// <param name="example">One of the examples.</param>
    /// <returns>The reasons for which it fails, each with the page and the line that the program had come to; none when it does not.</returns>
    public async Task<ImmutableArray<string>> FailuresAsync(Example example)
    {
        var run = ProgramOf(example);
        var place = example.Block.Place;
        try
        {
            await TestPlan.OfAsync(() =>
            {
                try
                {
                    return run();
                }
                catch (Exception exception)
                {
                    place = PlaceOf(exception) ?? place;
                    throw;
                }
            });
            return [];
        }
        catch (PreviewException exception)
        {
            return [.. exception.Reasons.Select(reason => $"{place}: {reason}")];
        }
    }

    private Func<IDictionary<string, object?>> ProgramOf(Example example) =>
        _assembly.Value.GetType(example.ClassName)!.GetMethod("Run")!.CreateDelegate<Func<IDictionary<string, object?>>>();

    private static IEnumerable<string> ErrorsOf(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => (Place: diagnostic.Location.GetMappedLineSpan(), Diagnostic: diagnostic))
        .Select(error => $"{error.Place.Path}:{error.Place.StartLinePosition.Line + 1}: {error.Diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")
        .Distinct(StringComparer.Ordinal);

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        compilation.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        code.Position = symbols.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(code, symbols);
    }

    private static string? PlaceOf(Exception exception) => new StackTrace(exception, fNeedFileInfo: true).GetFrames()
        .Where(frame => frame.GetFileName()?.EndsWith(".md", StringComparison.Ordinal) is true)
        .Select(frame => $"{frame.GetFileName()}:{frame.GetFileLineNumber()}")
        .FirstOrDefault();
}
