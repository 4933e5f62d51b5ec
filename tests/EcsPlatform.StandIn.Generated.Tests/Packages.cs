using System.Reflection;
using Pulumi.Facts;

namespace EcsPlatform.StandIn.Generated.Tests;

/// <summary>A package's facts and the assembly that was generated from them.</summary>
internal sealed record Package(FactsFile Facts, Assembly Assembly)
{
    public static IReadOnlyDictionary<string, Package> All { get; } = new Dictionary<string, Package>
    {
        ["aws"] = new(Read("aws"), typeof(Pulumi.Aws.Provider).Assembly),
        ["awsx"] = new(Read("awsx"), typeof(Pulumi.Awsx.Provider).Assembly),
        ["random"] = new(Read("random"), typeof(Pulumi.Random.Provider).Assembly),
    };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });

    /// <summary>The class of a full name; fails when there is none.</summary>
    public Type Class(string name) => Assembly.GetType(name) ?? throw new InvalidOperationException($"{Assembly.GetName().Name} has no {name}.");

    public static string Text(string package)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{package}.facts")!);
        return reader.ReadToEnd();
    }

    private static FactsFile Read(string package)
    {
        using var reader = new StringReader(Text(package));
        return FactsParser.Parse(reader);
    }
}
