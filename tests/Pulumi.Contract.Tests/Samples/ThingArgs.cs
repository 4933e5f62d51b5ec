using Pulumi;

namespace ContractTests.Samples;

public sealed class ThingArgs : ResourceArgs
{
    [Input("labels")]
    private InputList<string>? _labels;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("rules")]
    private InputList<RuleArgs>? _rules;

    [Input("title")]
    public Input<string>? Title { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("color")]
    public Input<Color>? Color { get; set; }

    [Input("level")]
    public Input<Level>? Level { get; set; }

    [Input("day")]
    public Input<DayOfWeek>? Day { get; set; }

    [Input("choice")]
    public InputUnion<string, int>? Choice { get; set; }

    [Input("document")]
    public InputJson? Document { get; set; }

    [Input("file")]
    public Input<AssetOrArchive>? File { get; set; }

    [Input("rule")]
    public Input<RuleArgs>? Rule { get; set; }

    [Input("target")]
    public Input<Thing>? Target { get; set; }

    [Input("owner")]
    public Input<Resource>? Owner { get; set; }

    [Input("plain")]
    public string? Plain { get; set; }

    public InputList<string> Labels
    {
        get => _labels ??= new InputList<string>();
        set => _labels = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }

    public InputList<RuleArgs> Rules
    {
        get => _rules ??= new InputList<RuleArgs>();
        set => _rules = value;
    }
}

public sealed class RuleArgs : ResourceArgs
{
    [Input("path", required: true)]
    public Input<string> Path { get; set; } = null!;

    [Input("weight")]
    public Input<int>? Weight { get; set; }
}
