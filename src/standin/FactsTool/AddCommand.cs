using System.Text.RegularExpressions;

namespace Pulumi.Facts.Tool;

/// <summary>Adds a resource with all its nested types and enumerations to a facts file, or brings it up to date.</summary>
internal sealed partial class AddCommand
{
    // Details that npm does not tell and a person has written.
    private static readonly string[] Decided = ["default", "auto-named", "deletes-before-replace", "replaces-source"];

    private readonly NpmPackage _npm;
    private readonly FactsBlocks _facts;
    private readonly string? _namespace;
    private readonly List<string> _report = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    private AddCommand(NpmPackage npm, FactsBlocks facts, string? space)
    {
        _npm = npm;
        _facts = facts;
        _namespace = space;
    }

    /// <param name="root">The repository.</param>
    /// <param name="package">The package: aws, awsx, random.</param>
    /// <param name="token">The resource's token.</param>
    /// <param name="npmFolder">An unpacked npm package; null gets the pinned one.</param>
    /// <param name="space">The C# namespace of the token's module without the package's; null takes it from the facts.</param>
    /// <returns>What was done and what a person should look at.</returns>
    /// <exception cref="ToolException">It cannot be done; nothing is written.</exception>
    public static IReadOnlyList<string> Run(string root, string package, string token, string? npmFolder, string? space = null)
    {
        if (!Token().IsMatch(token) || !token.StartsWith($"{package}:", StringComparison.Ordinal))
        {
            throw new ToolException($"'{token}' is no resource of {package}. A token looks like {package}:module/name:Name.");
        }

        var path = Repository.FactsPath(root, package);
        var npm = npmFolder is null ? NpmPackage.Get($"@pulumi/{package}", Repository.Version(root, package)) : new NpmPackage(npmFolder);
        var command = new AddCommand(npm, new FactsBlocks(File.ReadAllText(path)), space);
        command.AddResource(token);
        var text = command._facts.ToString();
        using (var reader = new StringReader(text))
        {
            FactsParser.Parse(reader);
        }

        var temporary = path + ".new";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
        return command._report;
    }

    private void AddResource(string token)
    {
        var match = Token().Match(token);
        var (module, file, name) = (match.Groups["module"].Value, match.Groups["file"].Value, match.Groups["name"].Value);
        var folder = module == "index" ? "" : $"{module}/";
        var (code, declarations) = (_npm.Text($"{folder}{file}.js"), _npm.Text($"{folder}{file}.d.ts"));
        var inputs = Declaration.Of(declarations, $"interface {name}Args ") ?? throw new ToolException($"{folder}{file}.d.ts declares no {name}Args.");
        var outputs = Declaration.Of(declarations, $"class {name} ") ?? throw new ToolException($"{folder}{file}.d.ts declares no class {name}.");
        var earlier = _facts.Find("resource", token);
        var className = earlier?[0].Split(' ')[2] ?? $"{NamespaceOf(module)}.{name}";
        var lines = new PropertyLines(earlier);
        List<string> block = [$"resource {token} {className}"];
        if (inputs.All(input => input.Optional))
        {
            block.Add("  args-optional");
        }

        AddList(block, "aliases", AliasTypes().Matches(AliasOptions().Match(code).Value).Select(alias => alias.Groups["type"].Value));
        AddList(block, "secret-outputs", Names(SecretOutputs().Match(code).Groups["names"].Value));
        AddList(block, "secret-inputs", SecretInputs().Matches(code).Select(input => input.Groups["name"].Value));
        block.AddRange(Decided.SelectMany(word => earlier?.Where(line => line.Split(' ')[2] == word) ?? []));
        block.AddRange(lines.Apart(inputs, outputs));
        Put($"resource {token}", block, lines);
        if (earlier is null)
        {
            _report.Add($"look: resource {token}: npm does not tell which inputs replace it; mark them with replaces.");
        }

        if (inputs.Concat(outputs).Any(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) && earlier is null)
        {
            _report.Add($"look: resource {token} has a property of its own name; give it an as: name that the C# package has.");
        }

        AddTypesOf(block);
    }

    private void AddTypesOf(IEnumerable<string> block)
    {
        foreach (var type in block.SelectMany(line => Reference().Matches(line)).Select(match => match.Value).Where(_done.Add).ToList())
        {
            if (type[0] == '#')
            {
                AddType(type[1..]);
            }
            else
            {
                AddEnum(type["enum:".Length..]);
            }
        }
    }

    private void AddType(string type)
    {
        var (module, name) = (type[..type.IndexOf('.', StringComparison.Ordinal)], type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var inputs = Interface("types/input.d.ts", module, name);
        var outputs = Interface("types/output.d.ts", module, name);
        var earlier = _facts.Find("type", type);
        var space = NamespaceOf(module);
        var lines = new PropertyLines(earlier);
        List<string> block = [$"type {type}"];
        if (earlier is not null)
        {
            block.AddRange(earlier.Skip(1).Where(line => ClassLine().IsMatch(line)));
        }
        else
        {
            block.AddRange(inputs is null ? [] : [$"  args {space}.Inputs.{name}Args", $"  state {space}.Inputs.{name}GetArgs"]);
            block.AddRange(outputs is null ? [] : [$"  result {space}.Outputs.{name}"]);
        }

        block.AddRange(inputs is not null && outputs is not null ? lines.Joined(inputs, outputs) : lines.Apart(inputs ?? [], outputs ?? []));
        Put($"type {type}", block, lines);
        AddTypesOf(block);
    }

    private void AddEnum(string type)
    {
        if (_facts.Find("enum", type) is not null)
        {
            return;
        }

        var (module, name) = (type[..type.IndexOf('.', StringComparison.Ordinal)], type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var members = Declaration.Of(_npm.Text($"types/enums/{module}/index.d.ts"), $"const {name}: ") ?? throw new ToolException($"The package has no enum {type}.");
        List<string> block = [$"enum {type} {NamespaceOf(module)}.{name}", .. members.Select(Value)];
        Put($"enum {type}", block, new PropertyLines(null));
    }

    private static string Value(Declaration member) =>
        $"  {(Marks.IsDeprecated(member.Comment) ? "value-deprecated" : "value")} {member.Name} {member.Type.Trim('"')}";

    private IReadOnlyList<Declaration>? Interface(string file, string module, string name)
    {
        var text = _npm.Text(file);
        var start = text.IndexOf($"export declare namespace {module} {{", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf("export declare namespace ", start + 1, StringComparison.Ordinal);
        return Declaration.Of(text[start..(end < 0 ? text.Length : end)], $"interface {name} ");
    }

    private void Put(string what, List<string> block, PropertyLines lines)
    {
        var isNew = _facts.Find(block[0].Split(' ')[0], block[0].Split(' ')[1]) is null;
        if (_facts.Put(block))
        {
            _report.Add($"{(isNew ? "added" : "changed")}: {what}");
        }

        if (lines.NewNumbers.Count > 0)
        {
            _report.Add($"look: {what}: is each of these a whole number? {string.Join(", ", lines.NewNumbers.Distinct())}");
        }
    }

    private string NamespaceOf(string module) => _facts.NamespaceOf(module)
        ?? (_namespace is null ? null : $"{_facts.RootNamespace}.{_namespace}")
        ?? throw new ToolException($"No resource of module '{module}' is in the facts yet, and npm does not tell its C# namespace. Give it with --namespace, for example --namespace Kinesis.");

    private static void AddList(List<string> block, string word, IEnumerable<string> names)
    {
        List<string> list = [.. names.Distinct(StringComparer.Ordinal)];
        if (list.Count > 0)
        {
            block.Add($"  {word} {string.Join(' ', list)}");
        }
    }

    private static IEnumerable<string> Names(string list) => list.Split(',').Select(name => name.Trim(' ', '"')).Where(name => name.Length > 0);

    [GeneratedRegex(@"\A\w+:(?<module>\w+)/(?<file>\w+):(?<name>\w+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(@"#[\w.]+|enum:[\w.]+")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A  (args|state|invoke|result) ")]
    private static partial Regex ClassLine();

    [GeneratedRegex(@"aliasOpts = \{ aliases: \[[^\]]*\]")]
    private static partial Regex AliasOptions();

    [GeneratedRegex(@"type: ""(?<type>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex AliasTypes();

    [GeneratedRegex(@"additionalSecretOutputs: \[(?<names>[^\]]*)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretOutputs();

    [GeneratedRegex(@"resourceInputs\[""(?<name>\w+)""\] = args\?\.\w+ \? pulumi\.secret\(", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretInputs();
}
