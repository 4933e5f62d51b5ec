using EcsPlatform.Plans.Files;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Files;

public class AcceptedPlanTests
{
    [Fact]
    public void Its_resources_are_sorted_its_properties_have_a_line_each_and_its_JSON_is_laid_out()
    {
        var plan = Of(
            Resource("b"),
            Resource("a") with
            {
                Inputs = Map(
                    ("size", new PropertyValue.Number(2)),
                    ("policy", Text("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"]}]}"""))),
            });
        AcceptedPlan.Write(plan).ShouldBe("""
            {
              "version": 3,
              "deployment": {
                "manifest": {
                  "time": "0001-01-01T00:00:00Z",
                  "magic": "",
                  "version": ""
                },
                "resources": [
                  {
                    "urn": "urn:pulumi:staging::ecs-platform::a:b:C::a",
                    "custom": true,
                    "type": "a:b:C",
                    "inputs": {
                      "policy": {
                        "4dabf18193072939515e22adb298388d": "json",
                        "value": {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Effect": "Allow",
                              "Action": [
                                "s3:Get*"
                              ]
                            }
                          ]
                        }
                      },
                      "size": 2
                    }
                  },
                  {
                    "urn": "urn:pulumi:staging::ecs-platform::a:b:C::b",
                    "custom": true,
                    "type": "a:b:C"
                  }
                ]
              }
            }

            """);
    }

    [Theory]
    [InlineData("{ \"a\": 1 }")]
    [InlineData("{\"a\":1}\n")]
    [InlineData("[\"\\u003c\"]")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("{\"a\":")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("12")]
    [InlineData("\"text\"")]
    public void What_could_not_be_told_again_from_laid_out_JSON_stays_a_text(string text) =>
        AcceptedPlan.Write(WithInput(text)).ShouldNotContain("\"json\"");

    [Theory]
    [InlineData("{\"b\":1,\"a\":2}")]
    [InlineData("[1.0,1e5,-0]")]
    [InlineData("[\"<é>\",\"\\uD83D\\uDE00\"]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void The_order_of_keys_and_the_spelling_of_numbers_survive(string text)
    {
        var written = AcceptedPlan.Write(WithInput(text));
        written.ShouldContain("\"json\"");
        PlanFile.Read(written).Resources[0].Inputs.Entries["text"].ShouldBe(Text(text));
    }

    [Fact]
    public void A_changed_digest_changes_a_line_for_each_place_that_names_it_and_for_each_that_follows()
    {
        var old = AcceptedPlan.Write(Viewer("3f2a", revision: 7)).Split('\n');
        var @new = AcceptedPlan.Write(Viewer("91bc", revision: 8)).Split('\n');
        @new.Length.ShouldBe(old.Length);
        old.Zip(@new).Where(lines => lines.First != lines.Second).Select(lines => lines.Second.Trim().TrimEnd(',')).ShouldBe(
        [
            "\"taskDefinition\": \"arn:aws:ecs:eu-west-1:111111111111:task-definition/viewer:8\"",
            "\"image\": \"library/viewer@sha256:91bc\"",
            "\"arn\": \"arn:aws:ecs:eu-west-1:111111111111:task-definition/viewer:8\"",
            "\"image\": \"library/viewer@sha256:91bc\"",
        ]);
    }

    private static Plan WithInput(string text) => Of(Resource("a") with { Inputs = Map(("text", Text(text))) });

    private static Plan Viewer(string digest, int revision)
    {
        var arn = Text($"arn:aws:ecs:eu-west-1:111111111111:task-definition/viewer:{revision}");
        var containers = Text($$"""
            [{"name":"viewer","image":"library/viewer@sha256:{{digest}}","cpu":2048,"portMappings":[{"containerPort":8080}]},{"name":"cache","image":"library/cache@sha256:77"}]
            """);
        return Of(
            Resource("viewer", "aws:ecs/taskDefinition:TaskDefinition") with
            {
                Inputs = Map(("containerDefinitions", containers), ("family", Text("viewer"))),
                Outputs = Map(("arn", arn), ("containerDefinitions", containers), ("family", Text("viewer"))),
            },
            Resource("viewer", "aws:ecs/service:Service") with { Inputs = Map(("taskDefinition", arn), ("desiredCount", new PropertyValue.Number(2))) });
    }
}
