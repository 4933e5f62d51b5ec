using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Rules;

/// <summary>What is known of resource types and their nested types. Of the long texts only the blocks that are asked for are read.</summary>
internal static class KnownTypes
{
    private const string Suffix = ".facts";

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Package, string Item), ItemFacts?> Items = new();

    /// <summary>A resource type; null when nothing is known of it.</summary>
    /// <param name="token">For example <c>aws:ecs/service:Service</c>.</param>
    public static ItemFacts? Resource(string token) => Find(PackageOf(token), $"resource {token} ");

    /// <summary>A function; null when nothing is known of it.</summary>
    /// <param name="token">For example <c>aws:ec2/getVpc:getVpc</c>.</param>
    public static ItemFacts? Function(string token) => Find(PackageOf(token), $"function {token} ");

    /// <summary>A nested type of a resource type's package.</summary>
    /// <param name="token">The resource type.</param>
    /// <param name="name">The nested type's name, for example <c>ecs.ServiceLoadBalancer</c>.</param>
    public static ItemFacts? Nested(string token, string name) => Find(PackageOf(token), $"type {name}\n");

    private static string PackageOf(string token) => token[..Math.Max(0, token.IndexOf(':', StringComparison.Ordinal))];

    private static ItemFacts? Find(string package, string heading) =>
        Items.GetOrAdd((package, heading), static key => Read(Texts.GetOrAdd(key.Package, Load), key.Item));

    private static string Load(string package)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(package + Suffix);
        if (stream is null)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static ItemFacts? Read(string text, string heading)
    {
        var start = text.IndexOf("\n" + heading, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf("\n\n", start + 1, StringComparison.Ordinal);
        using var block = new StringReader("package of this-block only\n" + text[(start + 1)..(end < 0 ? text.Length : end)]);
        var facts = FactsParser.Parse(block);
        return facts.Resources.Values.Concat(facts.Functions.Values).Concat(facts.Types.Values).Single();
    }
}
