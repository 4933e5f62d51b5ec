using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

/// <summary>What is wrong with the settings and the pins of functions.</summary>
public class FunctionSettingsTests
{
    private static readonly StackConfig Staging = ConfigOf.Stack("staging");

    [Theory]
    [InlineData("""{"jarBuckets":"library-jars","enableArkWorkflow":"true"}""",
        "ecs-platform:processing.enableArkWorkflow: 'true'. Allowed: true or false. Take the quotes away.",
        "ecs-platform:processing.jarBuckets: an unknown key. Allowed: enableArkWorkflow, fileSystemThroughput, functions, jarBucket, secrets, unreleased. Did you mean 'jarBucket'?")]
    [InlineData("""{"jarBucket":"library-jars","enableArkWorkflow":1}""",
        "ecs-platform:processing.enableArkWorkflow: 1. Allowed: true or false. Write one of the two.")]
    [InlineData("""{"jarBucket":"library-jars","enableArkWorkflow":"maybe","secrets":{"PID_SECRET_ARN":"arn:aws:secretsmanager:eu-west-1:111111111111:secret:pid"}}""",
        "ecs-platform:processing.enableArkWorkflow: 'maybe'. Allowed: true or false. Write one of the two.")]
    [InlineData("""{"jarBucket":"library-jars","enableArkWorkflow":true}""",
        "ecs-platform:processing.secrets.PID_SECRET_ARN: missing. Allowed: text. Add it.")]
    [InlineData(
        """{"jarBucket":"library-jars","enableArkWorkflow":true,"secrets":{"PID_SECRET_ARN":"hidden"},"functions":{"solr-listener":{"maximumConcurrency":1,"delay":901}}}""",
        "ecs-platform:processing.functions.solr-listener.delay: 901 s. Allowed: 0 to 900 s. Choose a number in between.",
        "ecs-platform:processing.functions.solr-listener.maximumConcurrency: 1. Allowed: 2 to 1000. Choose a number in between.",
        "ecs-platform:processing.secrets.PID_SECRET_ARN: text that is no ARN. Allowed: an ARN that begins with " +
        "arn:aws:secretsmanager:eu-west-1:111111111111:secret:. Name a secret of the stack's account and region, not its value.")]
    [InlineData("""{"jarBucket":"library-jars","functions":{"solr-listner":{"delay":1},"tei-processing":{"timeout":1}}}""",
        "ecs-platform:processing.functions.tei-processing.timeout: an unknown key. Allowed: delay, furtherEnvironment, maxReceiveCount, maximumConcurrency. Remove it.",
        "ecs-platform:processing.functions.solr-listner: an unknown key. Allowed: ark-ingestion, collection-solr-listener, copy-file-to-efs, copy-tei-assets, " +
        "file-unchanged-copy, html-translate-urls, json-translate-urls, solr-listener, tei-processing, transkribus-ingest. Did you mean 'solr-listener'?")]
    public void Wrong_settings_of_functions_are_reported_with_their_keys(string json, params string[] messages) =>
        Messages(Staging.With("processing", json)).ShouldBe(messages);

    [Fact]
    public void A_secret_may_stay_while_its_function_is_switched_off() => Messages(Staging.With(
        "processing",
        """{"jarBucket":"library-jars","enableArkWorkflow":false,"secrets":{"PID_SECRET_ARN":"arn:aws:secretsmanager:eu-west-1:111111111111:secret:pid"}}"""))
        .ShouldBeEmpty();

    [Fact]
    public void Wrong_pins_of_JARs_are_reported_all_at_once()
    {
        const string Valid = """{"key":"a.jar","version":"v1","sha256":"3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2"}""";
        Messages(Staging.With("jars", $$"""
            {
              "html-translate-urls": {"key":"/a.jar","version":"null","sha256":"ABC"},
              "file-unchanged-copy": {{Valid}},
              "json-translate-urls": {{Valid}},
              "copy-file-to-efs": {"key":"copy.jar","sha":"x"},
              "copy-tei-assets": {{Valid}}
            }
            """)).ShouldBe([
            "ecs-platform:jars.html-translate-urls.key: '/a.jar'. Allowed: an object's key, which does not begin with /. Give the key in the bucket.",
            "ecs-platform:jars.html-translate-urls.version: 'null'. Allowed: an object's version. Upload it to a bucket with versions, and give the version's id.",
            "ecs-platform:jars.html-translate-urls.sha256: 'ABC'. Allowed: 64 lower-case hexadecimal digits. Give what sha256sum prints for the file.",
            "ecs-platform:jars.json-translate-urls.key: 'a.jar', which is that of 'file-unchanged-copy'. Allowed: a key for each JAR. Upload it under a key of its own.",
            "ecs-platform:jars.copy-file-to-efs.version: missing. Allowed: text. Add it.",
            "ecs-platform:jars.copy-file-to-efs.sha256: missing. Allowed: text. Add it.",
            "ecs-platform:jars.copy-file-to-efs.sha: an unknown key. Allowed: key, sha256, version. Remove it.",
            "ecs-platform:jars.copy-tei-assets: an unknown key. Allowed: copy-file-to-efs, file-unchanged-copy, html-translate-urls, json-translate-urls. Remove it.",
        ]);
        Messages(Staging.With("jars", """{"html-translate-urls":"jars/a.jar"}""")).ShouldBe([
            "ecs-platform:jars.html-translate-urls: 'jars/a.jar'. Allowed: an object with key, version and sha256. Write its fields below it, each in a line of its own.",
            "ecs-platform:jars.file-unchanged-copy: missing. Allowed: an object with key, version and sha256. Add it.",
            "ecs-platform:jars.json-translate-urls: missing. Allowed: an object with key, version and sha256. Add it.",
            "ecs-platform:jars.copy-file-to-efs: missing. Allowed: an object with key, version and sha256. Add it.",
        ]);
        Messages(Staging.Without("jars")).ShouldBe(["ecs-platform:jars: missing. Allowed: an object. Add it with its fields."]);
    }

    private static IEnumerable<string> Messages(StackConfig config) =>
        StackPrograms.Problems("staging", config).Select(problem => problem.ToString());
}
