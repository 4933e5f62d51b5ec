using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;

namespace EcsPlatform.Stacks.Settings;

/// <summary>Reads the pinned JARs of a stack.</summary>
internal static class JarSettings
{
    private const string Fields = "an object with key, version and sha256";

    /// <summary>Reads the section: a JAR for every name that the program uses, and no other.</summary>
    /// <param name="section">The section.</param>
    /// <param name="names">The names.</param>
    /// <returns>The pins, by name; those that could not be read are missing.</returns>
    public static ImmutableSortedDictionary<string, JarPin> Read(ConfigSection section, params IEnumerable<string> names)
    {
        var pins = ImmutableSortedDictionary.CreateBuilder<string, JarPin>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Pin(section, name) is { } pin)
            {
                // A change is told to be a JAR's by the key that the function runs.
                if (pins.FirstOrDefault(other => other.Value.Key == pin.Key) is { Value: not null } other)
                {
                    section.Refuse($"{name}.key", $"'{pin.Key}', which is that of '{other.Key}'", "a key for each JAR", "Upload it under a key of its own");
                }

                pins.Add(name, pin);
            }
        }

        return pins.ToImmutable();
    }

    private static JarPin? Pin(ConfigSection section, string name)
    {
        var fields = section.Section(name, $"The JAR of the function {name}", Fields);
        var pin = new JarPin(
            fields.Text("key", "The object's key in the bucket of JARs"),
            fields.Text("version", "The object's version"),
            fields.Text("sha256", "The SHA-256 of the JAR", ConfigFormat.Sha256));
        section.Include(fields);

        // What could not be read is not judged as well.
        List<Problem> problems = [.. pin.Problems(name).Where(problem => problem.Found != "''")];
        foreach (var problem in problems)
        {
            section.Refuse(problem.Where, problem.Found, problem.Allowed, problem.Change);
        }

        return fields.IsRead && fields.Problems.Count + problems.Count == 0 ? pin : null;
    }
}
