using System.Collections.Immutable;
using EcsPlatform.Foundations;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Tests.Foundations;

public class GrantTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void No_key_is_the_default()
    {
        new BucketGrants("arn").KeyArn.ShouldBeNull();
        new QueueGrants("arn").KeyArn.ShouldBeNull();
        new TopicGrants("arn").KeyArn.ShouldBeNull();
        new TableGrants("arn").KeyArn.ShouldBeNull();
        new ParameterGrants("arn").KeyArn.ShouldBeNull();
        new SecretGrants("arn").KeyArn.ShouldBeNull();
    }

    [Fact]
    public Task A_whole_bucket_can_be_read() => Shows(
        new BucketGrants("arn:b").Read(),
        """
        {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:b/*"},{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:b"}
        """);

    [Fact]
    public Task A_part_of_a_bucket_can_be_read_and_listed_but_nothing_beside_it() => Shows(
        new BucketGrants(Output.Create("arn:b")) { KeyArn = "arn:k" }.Read("items/"),
        """
        {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:b/items/*"},
        {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:b","Condition":{"StringLike":{"s3:prefix":"items/*"}}},
        {"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"}
        """);

    [Fact]
    public Task A_bucket_can_be_written_without_being_read() => Shows(
        new BucketGrants("arn:b") { KeyArn = "arn:k" }.Write("in/"),
        """
        {"Effect":"Allow","Action":["s3:AbortMultipartUpload","s3:PutObject"],"Resource":"arn:b/in/*"},
        {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"arn:k"}
        """);

    [Fact]
    public Task Objects_can_be_deleted() => Shows(
        new BucketGrants("arn:b") { KeyArn = "arn:k" }.Delete("in/"), """{"Effect":"Allow","Action":"s3:DeleteObject","Resource":"arn:b/in/*"}""");

    [Fact]
    public Task A_queue_can_be_sent_to() => Shows(
        new QueueGrants("arn:q") { KeyArn = "arn:k" }.Send(),
        """
        {"Effect":"Allow","Action":["sqs:GetQueueAttributes","sqs:GetQueueUrl","sqs:SendMessage"],"Resource":"arn:q"},
        {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"arn:k"}
        """);

    [Fact]
    public Task A_queue_can_be_received_from() => Shows(
        new QueueGrants("arn:q") { KeyArn = "arn:k" }.Receive(),
        """
        {"Effect":"Allow","Action":["sqs:ChangeMessageVisibility","sqs:DeleteMessage","sqs:GetQueueAttributes","sqs:GetQueueUrl","sqs:ReceiveMessage"],
        "Resource":"arn:q"},{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"}
        """);

    [Fact]
    public Task A_topic_can_be_published_to() => Shows(
        new TopicGrants("arn:t") { KeyArn = "arn:k" }.Publish(),
        """
        {"Effect":"Allow","Action":"sns:Publish","Resource":"arn:t"},
        {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"arn:k"}
        """);

    [Fact]
    public Task A_table_can_be_read_with_its_indexes() => Shows(
        new TableGrants("arn:t") { KeyArn = "arn:k" }.Read(),
        """
        {"Effect":"Allow","Action":["dynamodb:BatchGetItem","dynamodb:ConditionCheckItem","dynamodb:DescribeTable","dynamodb:GetItem","dynamodb:Query",
        "dynamodb:Scan"],"Resource":["arn:t","arn:t/index/*"]},{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"}
        """);

    [Fact]
    public Task A_table_can_be_written() => Shows(
        new TableGrants("arn:t").Write(),
        """
        {"Effect":"Allow","Action":["dynamodb:BatchWriteItem","dynamodb:ConditionCheckItem","dynamodb:DeleteItem","dynamodb:DescribeTable",
        "dynamodb:PutItem","dynamodb:UpdateItem"],"Resource":"arn:t"}
        """);

    [Fact]
    public async Task Events_can_be_put_from_any_source_or_from_one()
    {
        await Shows(new EventBusGrants("arn:e").Put(), """{"Effect":"Allow","Action":"events:PutEvents","Resource":"arn:e"}""");
        await Shows(
            new EventBusGrants("arn:e").Put("org.example.library"),
            """
            {"Effect":"Allow","Action":"events:PutEvents","Resource":"arn:e","Condition":{"StringEquals":{"events:source":"org.example.library"}}}
            """);
    }

    [Fact]
    public Task A_parameter_can_be_read() => Shows(
        new ParameterGrants("arn:p").Read(), """{"Effect":"Allow","Action":["ssm:GetParameter","ssm:GetParameters"],"Resource":"arn:p"}""");

    [Fact]
    public Task A_secret_can_be_read() => Shows(
        new SecretGrants("arn:s") { KeyArn = "arn:k" }.Read(),
        """
        {"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:s"},{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"}
        """);

    [Fact]
    public async Task A_key_can_be_decrypted_or_encrypted_with()
    {
        await Shows(new KeyGrants("arn:k").Decrypt(), """{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"}""");
        await Shows(
            new KeyGrants("arn:k").EncryptAndDecrypt(), """{"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"arn:k"}""");
    }

    [Fact]
    public async Task The_same_actions_are_joined_and_each_resource_named_once_but_conditions_keep_statements_apart() =>
        (await Json(PolicyStatements.Merge(
        [
            .. new SecretGrants("arn:s") { KeyArn = "arn:k" }.Read().Statements,
            .. new BucketGrants("arn:b").Read("a/").Statements,
            .. new SecretGrants("arn:r") { KeyArn = "arn:k" }.Read().Statements,
            .. new BucketGrants("arn:b").Read("b/").Statements,
        ]))).ShouldBe(
            """
            {"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":["arn:r","arn:s"]},
            {"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"},
            {"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:b/a/*","arn:b/b/*"]},
            {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:b","Condition":{"StringLike":{"s3:prefix":"a/*"}}},
            {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:b","Condition":{"StringLike":{"s3:prefix":"b/*"}}}
            """.ReplaceLineEndings(""));

    private static async Task Shows(Grant grant, string statements) => (await Json(grant.Statements)).ShouldBe(statements.ReplaceLineEndings(""));

    private static async Task<string> Json(ImmutableArray<PolicyStatement> statements)
    {
        var json = await OutputUtilities.GetValueAsync(PolicyDocument.Json(statements)).WaitAsync(Patience);
        return json["{\"Version\":\"2012-10-17\",\"Statement\":[".Length..^"]}".Length];
    }
}
