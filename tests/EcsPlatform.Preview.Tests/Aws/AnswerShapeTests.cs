using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class AnswerShapeTests
{
    public static TheoryData<string> Types { get; } = [.. ComputedOutputs.ByType.Keys];

    public static TheoryData<string> Shapes { get; } = [.. AnswerShapes.ByType.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Answer_to_a_known_type_has_the_shapes_of_its_id_and_arn(string type)
    {
        var (id, arn) = AnswerShapes.ByType[type];

        var answer = Sample.Answer(type);

        answer.Id.ShouldMatch(Pattern(id == "=" ? arn : id));
        if (arn == "-")
        {
            answer.Outputs.ShouldNotContainKey("arn");
        }
        else
        {
            answer.Outputs["arn"].ShouldBeOfType<string>().ShouldMatch(Pattern(arn));
        }

        if (id == "=")
        {
            answer.Outputs["arn"].ShouldBe(answer.Id);
        }
    }

    [Fact]
    public void Every_known_type_has_a_shape_or_takes_its_arn_from_elsewhere() =>
        AwsAnswers.KnownTypes.Except(AnswerShapes.ByType.Keys).ShouldBe(["aws:sns/topicPolicy:TopicPolicy"]);

    [Fact]
    public void Topic_policy_goes_by_the_arn_of_its_topic() =>
        Sample.With("aws:sns/topicPolicy:TopicPolicy", ("arn", "arn:aws:sns:eu-west-2:111111111111:t")).Id
            .ShouldBe("arn:aws:sns:eu-west-2:111111111111:t");

    [Theory]
    [MemberData(nameof(Types))]
    public void Answer_to_a_known_type_has_every_computed_output(string type) =>
        ComputedOutputs.ByType[type].ShouldBeSubsetOf(Sample.Answer(type).Outputs.Keys);

    [Theory]
    [MemberData(nameof(Types))]
    public void Answer_holds_plain_values_only_and_echoes_the_inputs(string type)
    {
        var inputs = Sample.References.Add("tags", PlainValues.Map(("Team", "library")));

        var answer = Sample.For(type, inputs);

        answer.Outputs.Values.ShouldAllBe(value => IsPlain(value));
        answer.Outputs["tags"].ShouldBe(inputs["tags"]);
        if (ComputedOutputs.ByType[type].Contains("tagsAll"))
        {
            answer.Outputs["tagsAll"].ShouldBe(inputs["tags"]);
        }
    }

    private static bool IsPlain(object value) => value switch
    {
        string or bool or double => true,
        ImmutableArray<object> list => list.All(IsPlain),
        ImmutableDictionary<string, object> map => map.Values.All(IsPlain),
        _ => false,
    };

    private static string Pattern(string shape)
    {
        // The service stands in brackets, so that its letters are not taken for placeholders.
        var expanded = Regex.Replace(shape, @"^([RG])\[([a-z0-9-]+)\]", match =>
            $"arn:aws:{match.Groups[2].Value}:{(match.Groups[1].Value == "R" ? "eu-west-2" : "")}:111111111111");
        var pattern = new StringBuilder("^");
        for (var i = 0; i < expanded.Length; i++)
        {
            var alone = expanded.Length == i + 1 || !char.IsLetterOrDigit(expanded[i + 1]);
            var first = i == 0 || !char.IsLetterOrDigit(expanded[i - 1]);
            pattern.Append(expanded[i] switch
            {
                'X' => "[0-9a-f]",
                '9' => "[0-9]",
                '*' => ".+",
                'U' when alone && first => "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}",
                'N' when alone && first => "thing-0123456",
                'E' when alone && first => "0[0-9a-f]{16}",
                'H' when alone && first => "[0-9a-f]{16}",
                'C' when alone && first => "E[A-Z2-7]{13}",
                var other => Regex.Escape(other.ToString()),
            });
        }

        return pattern.Append('$').ToString();
    }
}
