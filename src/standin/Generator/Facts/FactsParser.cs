namespace Pulumi.Facts;

/// <summary>Reads a facts file; README.md beside the files describes the format.</summary>
internal sealed class FactsParser
{
    private static readonly char[] Space = { ' ' };

    private readonly FactsFile _file = new FactsFile();
    private ItemFacts? _item;
    private int _line;

    /// <exception cref="FactsException">A line cannot be read.</exception>
    public static FactsFile Parse(TextReader reader)
    {
        var parser = new FactsParser();
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            parser._line++;
            parser.ReadLine(line);
        }

        if (parser._file.Package.Length == 0)
        {
            throw new FactsException(1, "There is no package line.");
        }

        return parser._file;
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        if (line[0] == ' ')
        {
            ReadDetail(_item ?? throw Wrong("A detail stands before the first item."), line.Trim());
            return;
        }

        var words = line.Split(' ');
        if (words[0] == "package")
        {
            if (words.Length != 4)
            {
                throw Wrong("'package' takes 3 words.");
            }

            _file.Package = words[1];
            _file.Version = words[2];
            _file.Namespace = words[3];
            return;
        }

        _item = BeginItem(words);
    }

    private ItemFacts BeginItem(string[] words)
    {
        var items = words[0] switch
        {
            "resource" => _file.Resources,
            "function" => _file.Functions,
            "type" => _file.Types,
            "enum" => _file.Enums,
            _ => throw Wrong($"Unknown item '{words[0]}'. Known: package, resource, function, type, enum."),
        };
        var expected = words[0] == "type" ? 2 : 3;
        if (words.Length != expected)
        {
            throw Wrong($"'{words[0]}' takes {expected - 1} words.");
        }

        var item = new ItemFacts(words[0], words[1], expected == 3 ? words[2] : null);
        if (items.ContainsKey(item.Token))
        {
            throw Wrong($"'{item.Token}' stands here a second time.");
        }

        items.Add(item.Token, item);
        return item;
    }

    private void ReadDetail(ItemFacts item, string line)
    {
        var space = line.IndexOf(' ');
        var word = space < 0 ? line : line.Substring(0, space);
        var rest = space < 0 ? "" : line.Substring(space + 1);
        switch (word)
        {
            case "component":
                item.IsComponent = true;
                break;
            case "args-optional":
                item.ArgsOptional = true;
                break;
            case "aliases":
                item.Aliases.AddRange(rest.Split(' '));
                break;
            case "secret-outputs":
                item.SecretOutputs.AddRange(rest.Split(' '));
                break;
            case "secret-inputs":
                item.SecretInputs.AddRange(rest.Split(' '));
                break;
            case "default":
                item.Defaults.Add(Pair(rest));
                break;
            case "replaces-source":
                break;
            case "auto-named":
                item.AutoNamed = rest;
                break;
            case "deletes-before-replace":
                item.DeletesBeforeReplace = true;
                break;
            case "value":
                item.Values.Add(Pair(rest));
                break;
            case "value-deprecated":
                item.Values.Add(Pair(rest));
                item.DeprecatedValues.Add(Pair(rest).Key);
                break;
            case "method":
                item.Methods.Add(Method(rest));
                break;
            case "args":
            case "state":
            case "invoke":
            case "result":
                item.Classes[word] = rest;
                break;
            default:
                ReadProperty(item, word, rest);
                break;
        }
    }

    private void ReadProperty(ItemFacts item, string word, string rest)
    {
        var kind = word.TrimEnd('!', '?');
        if (kind != "in" && kind != "out" && kind != "io")
        {
            throw Wrong($"Unknown detail '{word}'.");
        }

        var words = rest.Split(Space, 3);
        if (words.Length < 2)
        {
            throw Wrong("A property has a name and a type.");
        }

        var property = new PropertyFacts(words[0], TypeOf(words[1]))
        {
            Required = word.IndexOf('!') > 0,
            Optional = word.IndexOf('?') > 0,
        };
        ReadMarks(property, words.Length > 2 ? words[2] : "");
        if (property.ChangesWithUpdate && kind != "out")
        {
            throw Wrong("Only an 'out' can have the mark 'changes-with-update'.");
        }

        if (kind != "out")
        {
            item.Inputs.Add(property);
        }

        if (kind != "in")
        {
            item.Outputs.Add(property);
        }
    }

    private void ReadMarks(PropertyFacts property, string marks)
    {
        const string Conditional = "replaces-if ";
        var condition = marks.IndexOf(Conditional, StringComparison.Ordinal);
        if (condition >= 0)
        {
            property.Replaces = Replacing.Sometimes;
            property.Condition = marks.Substring(condition + Conditional.Length);
            marks = marks.Substring(0, condition);
        }

        foreach (var mark in marks.Split(Space, StringSplitOptions.RemoveEmptyEntries))
        {
            switch (mark)
            {
                case "deprecated":
                    property.Deprecated = true;
                    break;
                case "plain":
                    property.Plain = true;
                    break;
                case "json":
                    property.Json = true;
                    break;
                case "changes-with-update":
                    property.ChangesWithUpdate = true;
                    break;
                case "replaces":
                    property.Replaces = Replacing.Always;
                    break;
                case "replaces-region":
                    property.Replaces = Replacing.Region;
                    break;
                case "replaces-by-docs":
                    property.Replaces = Replacing.ByDocumentation;
                    break;
                default:
                    property.CSharpName = mark.StartsWith("as:", StringComparison.Ordinal)
                        ? mark.Substring(3)
                        : throw Wrong($"Unknown mark '{mark}'.");
                    break;
            }
        }
    }

    private KeyValuePair<string, PropertyFacts> Method(string text)
    {
        var words = text.Split(' ');
        return words.Length == 3
            ? new KeyValuePair<string, PropertyFacts>(words[0], new PropertyFacts(words[1], TypeOf(words[2])))
            : throw Wrong("A method has a name, and its result's field and type.");
    }

    private KeyValuePair<string, string> Pair(string text)
    {
        var space = text.IndexOf(' ');
        return space > 0
            ? new KeyValuePair<string, string>(text.Substring(0, space), text.Substring(space + 1))
            : throw Wrong("A name and a value belong here.");
    }

    private FactsType TypeOf(string text)
    {
        try
        {
            return FactsType.Parse(text);
        }
        catch (FormatException exception)
        {
            throw Wrong(exception.Message);
        }
    }

    private FactsException Wrong(string message) => new FactsException(_line, message);
}
